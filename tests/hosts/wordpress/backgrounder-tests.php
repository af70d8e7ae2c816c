<?php
// What the tests need of WordPress beside what it does: that it asks sites on this machine, that a page's address says
// in which theme it is shown, a way to publish a post, and one into the editor. It changes nothing of how posts and embeds are handled.
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', function ($ports, $host, $url) {
    return array_merge($ports, [(int) parse_url($url, PHP_URL_PORT)]);
}, 10, 3);
foreach (['stylesheet', 'template'] as $kind) {
    add_filter($kind, function ($theme) {
        return isset($_GET['theme']) ? $_GET['theme'] : $theme;
    });
}
// Leads to a new post in the editor, as the administrator.
add_action('init', function () {
    if (!isset($_GET['editor'])) {
        return;
    }
    wp_set_auth_cookie(get_user_by('login', 'admin')->ID);
    wp_safe_redirect(admin_url('post-new.php'));
    exit;
});
// Publishes what is posted as the user who is named, whose HTML is filtered as WordPress would, and answers with its address.
add_action('init', function () {
    if (!isset($_GET['publish'])) {
        return;
    }
    wp_set_current_user(get_user_by('login', $_GET['publish'])->ID);
    kses_init();
    $content = wp_slash(file_get_contents('php://input'));
    $post = wp_insert_post(['post_title' => 'A post', 'post_status' => 'publish', 'post_content' => $content]);
    echo home_url("/?p=$post");
    exit;
});
