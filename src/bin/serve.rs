//! Serves the finished site on this machine, alone or with its stories as they are now.
//!
//! Deliberately absent: building it, which is `make build`'s.

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use backgrounder::{preview, serving};
use tokio::net::TcpListener;

const ATLAS: &str = "geometry/countries-50m.json";

const USAGE: &str = "usage: serve SITE [STORIES]\n  SITE     the folder of the finished site\n  STORIES  the folder of the stories, whose pages then follow their files\n  PORT     where to serve, on 127.0.0.1 (default: 8080)";

#[tokio::main]
async fn main() -> ExitCode {
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let port: u16 = match env::var("PORT") {
        Ok(port) => port.parse().map_err(|_| format!("PORT={port} is not a port; give a number from 1 to 65535"))?,
        Err(_) => 8080,
    };
    let (site, said) = match &arguments[..] {
        [site] => (serving::router(site)?, format!("Serving {}", site.display())),
        [site, stories] => (
            preview::router(site, stories, Path::new(ATLAS))?,
            format!("Serving {} with the stories of {} as they are saved", site.display(), stories.display()),
        ),
        _ => return Err(USAGE.into()),
    };
    let listener = TcpListener::bind(("127.0.0.1", port))
        .await
        .map_err(|error| format!("cannot serve on port {port}: {error}; choose another with PORT="))?;
    println!("{said} on http://{}", listener.local_addr()?);
    axum::serve(listener, site).await?;
    Ok(())
}
