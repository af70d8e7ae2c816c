<?php
// Installs the WordPress of the tests, with an administrator and with an author whose HTML it filters.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('BACKGROUNDER_HOST'), PHP_URL_HOST);
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
// Nobody is written to.
function wp_mail() { return true; }
wp_install('A host', 'admin', 'admin@example.org', false, '', 'admin');
wp_insert_user(['user_login' => 'author', 'user_pass' => 'author', 'user_email' => 'author@example.org', 'role' => 'author']);
