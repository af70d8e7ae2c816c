//! Serves the finished site on this machine.
//!
//! Deliberately absent: building it, which is `make build`'s.

use std::env;
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use backgrounder::serving::router;
use tokio::net::TcpListener;

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
    let folder = PathBuf::from(env::args().nth(1).unwrap_or_else(|| "dist".into()));
    let port: u16 = match env::var("PORT") {
        Ok(port) => port.parse().map_err(|_| format!("PORT={port} is not a port; give a number from 1 to 65535"))?,
        Err(_) => 8080,
    };
    let site = router(&folder)
        .map_err(|_| format!("there is no finished site in {}; build it with `make build`", folder.display()))?;
    let listener = TcpListener::bind(("127.0.0.1", port))
        .await
        .map_err(|error| format!("cannot serve on port {port}: {error}; choose another with PORT="))?;
    println!("Serving {} on http://{}", folder.display(), listener.local_addr()?);
    axum::serve(listener, site).await?;
    Ok(())
}
