//! Browsers that run on from journey to journey. Each journey has a user context in one of them: cookies, databases,
//! caches and service workers of its own, and a window, all of which go with it.
//!
//! Of each engine as many run as journeys had at once. They end with [`end_all`], since nothing that is static is ever
//! dropped.

use std::sync::Mutex;
use std::time::Duration;

use thirtyfour::bidi::modules::browsing_context::{Create, CreateType};
use thirtyfour::bidi::{BiDi, UserContextId};
use thirtyfour::{WebDriver, WindowHandle};
use tokio::time::timeout;

use super::browser::{Engine, Habits};
use super::drivers::Running;

/// Those that no journey has at the moment.
static IDLE: Mutex<Vec<(Engine, Running)>> = Mutex::new(Vec::new());

/// The size of a window, in pixels.
const WINDOW: (u32, u32) = (1280, 900);

/// How long a browser may take to open or remove a context. One that has crashed would never answer.
const PATIENCE: Duration = Duration::from_secs(30);

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// A context in a browser that is shared; whoever has it gives it back.
pub struct Loan {
    engine: Engine,
    running: Running,
    context: UserContextId,
}

/// Lends a browser that no journey has at the moment, with a new context and a window in it.
pub async fn lend(engine: Engine) -> Loan {
    while let Some(running) = idle(engine) {
        // One that came to harm while nobody had it is not the fault of the journey that would have it next.
        match open_context(&running.driver).await {
            Ok(context) => return Loan { engine, running, context },
            Err(_) => running.end().await,
        }
    }
    let running = Running::start(engine, Habits::default(), None).await;
    let context = open_context(&running.driver).await.unwrap();
    Loan { engine, running, context }
}

fn idle(engine: Engine) -> Option<Running> {
    let mut idle = IDLE.lock().unwrap();
    let place = idle.iter().position(|(other, _)| *other == engine)?;
    Some(idle.swap_remove(place).1)
}

/// Opens a context in a browser, and goes to its window.
pub async fn open_context(driver: &WebDriver) -> Outcome<UserContextId> {
    let opened = async {
        let bidi = driver.bidi().await?;
        let context = bidi.browser().create_user_context().await?.user_context;
        let window = open(&bidi, &context, CreateType::Window).await?;
        driver.switch_to_window(window).await?;
        driver.set_window_rect(0, 0, WINDOW.0, WINDOW.1).await?;
        Ok(context)
    };
    timeout(PATIENCE, opened).await?
}

/// Removes a context with its windows and all that it has kept.
pub async fn remove_context(driver: &WebDriver, context: UserContextId) -> Outcome<()> {
    let removed = async { Ok(driver.bidi().await?.browser().remove_user_context(context).await?) };
    timeout(PATIENCE, removed).await?
}

async fn open(bidi: &BiDi, context: &UserContextId, kind: CreateType) -> Outcome<WindowHandle> {
    let user_context = Some(context.clone());
    let create = Create { r#type: kind, reference_context: None, background: None, user_context };
    // The identifier of a browsing context is the handle of its window.
    Ok(WindowHandle::from(bidi.send(create).await?.context.to_string()))
}

impl Loan {
    pub fn driver(&self) -> &WebDriver {
        &self.running.driver
    }

    /// Opens a second tab in the same context.
    pub async fn open_tab(&self) -> WindowHandle {
        open(&self.driver().bidi().await.unwrap(), &self.context, CreateType::Tab).await.unwrap()
    }

    /// Removes the context with all that it has kept. A browser that does not do it has come to harm, and ends.
    pub async fn give_back(self) {
        if remove_context(&self.running.driver, self.context).await.is_ok() {
            IDLE.lock().unwrap().push((self.engine, self.running));
        } else {
            self.running.end().await;
        }
    }
}

/// Ends all of them; for when no journey is left.
pub async fn end_all() {
    let idle: Vec<_> = IDLE.lock().unwrap().drain(..).collect();
    for (_, running) in idle {
        running.end().await;
    }
}
