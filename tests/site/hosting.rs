//! What docs/hosting.md says of hosts, tried with them.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::support::drivers::answering;
use crate::support::{dist, root};

/// Says where set-up has put Debian's nginx.
const NGINX: &str = "BACKGROUNDER_NGINX";

/// A running nginx with the settings of the guide; it ends when it is dropped.
struct Nginx {
    process: Child,
    port: u16,
    _folder: TempDir,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}

impl Nginx {
    /// Serves a folder.
    async fn start(served: &Path) -> Self {
        let nginx = PathBuf::from(std::env::var(NGINX).expect("make says where nginx is; use `make test`"));
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let settings = folder.path().join("nginx.conf");
        fs::write(&settings, whole_settings(folder.path(), &nginx, served, port)).unwrap();
        let mut command = Command::new(nginx.join("usr/sbin/nginx"));
        command.arg("-e").arg(folder.path().join("errors")).arg("-c").arg(&settings).stderr(Stdio::null());
        let process = command.spawn().expect("nginx starts; `make setup-test` brings it");
        answering(port, "nginx").await;
        Self { process, port, _folder: folder }
    }

    /// What it answers: the status, and the headers by their names.
    async fn asked(&self, path: &str) -> (u16, reqwest::header::HeaderMap) {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let answer = client.head(format!("http://127.0.0.1:{}{path}", self.port)).header("accept-encoding", "gzip");
        let answer = answer.send().await.unwrap();
        (answer.status().as_u16(), answer.headers().clone())
    }
}

/// The settings of the guide, with a port and a folder of the test's, within what Debian has around them.
fn whole_settings(folder: &Path, nginx: &Path, served: &Path, port: u16) -> String {
    let guide = fs::read_to_string(root().join("docs/hosting.md")).unwrap();
    let settings = guide.split("```nginx\n").nth(1).unwrap().split("```").next().unwrap();
    let changed = settings
        .replace("listen      80;", &format!("listen 127.0.0.1:{port};"))
        .replace("/var/www/backgrounder", &served.display().to_string());
    assert_eq!(changed.matches(&format!(":{port};")).count(), 1, "the port of the guide is replaced");
    assert!(!changed.contains("/var/www"), "so is its folder");
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {}/{kind};", folder.display()))
        .concat();
    format!(
        "daemon off; pid {}/pid; events {{}} http {{ include {}/etc/nginx/mime.types; access_log off; {temporary}\n{changed}}}",
        folder.display(),
        nginx.display()
    )
}

/// A file of the site whose path has this in it.
fn file(part: &str) -> String {
    let found =
        crate::files().into_iter().map(|(name, _)| name).find(|name| name.contains(part) && !name.ends_with('z'));
    format!("/{}", found.unwrap_or_else(|| panic!("there is {part}")))
}

#[tokio::test]
async fn nginx_sends_what_the_guide_says() {
    let nginx = Nginx::start(&dist()).await;
    for (path, kind, kept) in [
        ("/".to_owned(), "text/html", "no-cache"),
        ("/embed/faq/".to_owned(), "text/html", "no-cache"),
        ("/oman-talks/oembed.json".to_owned(), "application/json", "no-cache"),
        ("/embed.mjs".to_owned(), "text/javascript", "no-cache"),
        (file("islands_bg.wasm"), "application/wasm", "public, max-age=31536000, immutable"),
        (file("/data/evidence-"), "application/json", "public, max-age=31536000, immutable"),
    ] {
        let (status, headers) = nginx.asked(&path).await;
        assert_eq!(status, 200, "{path}");
        let sent = |name: &str| headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default();
        assert!(sent("content-type").starts_with(kind), "{path}: {}", sent("content-type"));
        assert_eq!(sent("cache-control"), kept, "{path}");
        assert_eq!(sent("content-encoding"), "gzip", "{path} comes as its copy");
        assert_eq!(sent("access-control-allow-origin"), "*", "{path}");
        assert_eq!(sent("cross-origin-resource-policy"), "cross-origin", "{path}");
        assert_eq!(sent("cross-origin-embedder-policy"), "require-corp", "{path}");
    }
}

/// Without its slash a page would find neither its styles nor its scripts.
#[tokio::test]
async fn nginx_leads_to_the_slash_at_the_end() {
    let nginx = Nginx::start(&dist()).await;
    for path in ["/oman-talks", "/oman-talks/embed/faq"] {
        let (status, headers) = nginx.asked(path).await;
        assert_eq!((status, headers["location"].to_str().unwrap()), (301, &*format!("{path}/")));
    }
}
