//! Browsers that run on from journey to journey. Each journey has a user context in one of them: cookies, databases,
//! caches and service workers of its own, and a window, all of which go with it.
//!
//! As many run as journeys do at once. They end with [`end_all`], since nothing that is static is ever dropped.

use std::sync::Mutex;

use thirtyfour::bidi::modules::browsing_context::{Create, CreateType};
use thirtyfour::bidi::{BiDi, BidiError, UserContextId};
use thirtyfour::{WebDriver, WindowHandle};

use super::browser::{Engine, Habits};
use super::drivers::Running;

/// Those that no journey has at the moment.
static IDLE: Mutex<Vec<(Engine, Running)>> = Mutex::new(Vec::new());

/// The size of a window, in pixels.
const WINDOW: (u32, u32) = (1280, 900);

/// A context in a browser that is shared; whoever has it gives it back.
pub struct Loan {
    engine: Engine,
    running: Running,
    context: UserContextId,
}

/// Lends a browser that no journey has at the moment, with a new context and a window in it.
pub async fn lend(engine: Engine) -> Loan {
    let running = match idle(engine) {
        Some(running) => running,
        None => Running::start(engine, Habits::default(), None).await,
    };
    let context = open_context(&running.driver).await;
    Loan { engine, running, context }
}

fn idle(engine: Engine) -> Option<Running> {
    let mut idle = IDLE.lock().unwrap();
    let place = idle.iter().position(|(other, _)| *other == engine)?;
    Some(idle.swap_remove(place).1)
}

/// Opens a context in a browser, and goes to its window.
pub async fn open_context(driver: &WebDriver) -> UserContextId {
    let bidi = bidi(driver).await;
    let context = bidi.browser().create_user_context().await.unwrap().user_context;
    let window = open(&bidi, &context, CreateType::Window).await;
    driver.switch_to_window(window).await.unwrap();
    driver.set_window_rect(0, 0, WINDOW.0, WINDOW.1).await.unwrap();
    context
}

/// Removes a context with its windows and all that it has kept.
pub async fn remove_context(driver: &WebDriver, context: UserContextId) -> Result<(), BidiError> {
    bidi(driver).await.browser().remove_user_context(context).await
}

async fn bidi(driver: &WebDriver) -> BiDi {
    driver.bidi().await.expect("the driver speaks WebDriver BiDi")
}

async fn open(bidi: &BiDi, context: &UserContextId, kind: CreateType) -> WindowHandle {
    let user_context = Some(context.clone());
    let create = Create { r#type: kind, reference_context: None, background: None, user_context };
    // The identifier of a browsing context is the handle of its window.
    WindowHandle::from(bidi.send(create).await.unwrap().context.to_string())
}

impl Loan {
    pub fn driver(&self) -> &WebDriver {
        &self.running.driver
    }

    /// Opens a second tab in the same context.
    pub async fn open_tab(&self) -> WindowHandle {
        open(&bidi(self.driver()).await, &self.context, CreateType::Tab).await
    }

    /// Removes the context with all that it has kept. A browser that cannot do it has come to harm, and ends.
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
