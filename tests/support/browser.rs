//! A browser as one journey has it: with a storage of its own, whether or not its process is shared.

use std::path::Path;
use std::process::Command;

use thirtyfour::{WebDriver, WindowHandle};

use super::current;
use super::drivers::Running;
use super::shared_browsers::{self, Loan};

/// The engines in which everything has to work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// What a browser is started with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Habits {
    /// The reader has turned JavaScript off. (Not in WebKitGTK, whose driver needs it.)
    pub no_javascript: bool,
    /// The reader's browser leaves frames of other sites no storage. (Chromium and Firefox.)
    pub no_foreign_storage: bool,
    /// What is kept is kept on the disk, as in a window that is not private.
    pub on_disk: bool,
}

/// A browser that nobody else uses, or a part of one that nobody else sees into.
pub struct Browser {
    pub driver: WebDriver,
    pub engine: Engine,
    whose: Whose,
}

enum Whose {
    Own(Running),
    Lent(Loan),
}

impl Browser {
    /// A browser for a journey: one that is running already, unless the engine or the habits need a process of its own.
    pub async fn open(engine: Engine, habits: Habits) -> Self {
        if engine == Engine::WebKit || habits != Habits::default() {
            return Self::start(engine, habits).await;
        }
        let loan = current::opening(shared_browsers::lend(engine)).await;
        Self { driver: loan.driver().clone(), engine, whose: Whose::Lent(loan) }
    }

    /// A process of its own, with a profile that goes with it.
    pub async fn start(engine: Engine, habits: Habits) -> Self {
        Self::own(engine, current::opening(Running::start(engine, habits, None)).await)
    }

    /// A process of its own with a profile that stays, so that another can be started with it.
    pub async fn start_with(engine: Engine, habits: Habits, profile: &Path) -> Self {
        Self::own(engine, current::opening(Running::start(engine, habits, Some(profile))).await)
    }

    fn own(engine: Engine, running: Running) -> Self {
        Self { driver: running.driver.clone(), engine, whose: Whose::Own(running) }
    }

    /// Opens a second tab that sees what the first sees, and goes there.
    pub async fn open_tab(&self) -> WindowHandle {
        let tab = match &self.whose {
            Whose::Own(_) => self.driver.new_tab().await.unwrap(),
            Whose::Lent(loan) => loan.open_tab().await,
        };
        self.driver.switch_to_window(tab.clone()).await.unwrap();
        tab
    }

    /// Ends the browser with all that it has kept.
    pub async fn end(self) {
        match self.whose {
            Whose::Own(running) => running.end().await,
            Whose::Lent(loan) => loan.give_back().await,
        }
    }
}

/// Kills every process that was started with a profile, as a crash or the end of a battery does.
pub fn kill_all_of(profile: &Path) {
    let killed = Command::new("pkill").args(["-KILL", "-f", &profile.display().to_string()]).status();
    assert!(killed.expect("pkill is not there; run `make setup-test`").success(), "a browser was killed");
}
