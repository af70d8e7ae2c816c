//! A journey in three engines makes three tests.
//!
//! Deliberately absent: journeys in one engine, which are tests as they are.

/// Makes a test of each function for each engine: `engines!(PROBED, Habits::default(); opens_by_click, …)`.
#[macro_export]
macro_rules! engines {
    ($manners:expr, $habits:expr; $($name:ident),+ $(,)?) => {$(
        mod $name {
            use super::*;
            #[tokio::test(flavor = "multi_thread")]
            async fn in_chromium() {
                journey(Engine::Chromium, $manners, $habits, |page| Box::pin(super::$name(page))).await;
            }
            #[tokio::test(flavor = "multi_thread")]
            async fn in_firefox() {
                journey(Engine::Firefox, $manners, $habits, |page| Box::pin(super::$name(page))).await;
            }
            #[tokio::test(flavor = "multi_thread")]
            async fn in_webkit() {
                journey(Engine::WebKit, $manners, $habits, |page| Box::pin(super::$name(page))).await;
            }
        }
    )+};
}

/// The same for journeys with a server: `each_engine!(with_isso, (1, IssoConfig::default()); a_like_counts, …)`.
#[macro_export]
macro_rules! each_engine {
    ($with:ident, $setting:expr; $($name:ident),+ $(,)?) => {$(
        mod $name {
            use super::*;
            #[tokio::test(flavor = "multi_thread")]
            async fn in_chromium() {
                $with(Engine::Chromium, $setting, |pages, server| Box::pin(super::$name(pages, server))).await;
            }
            #[tokio::test(flavor = "multi_thread")]
            async fn in_firefox() {
                $with(Engine::Firefox, $setting, |pages, server| Box::pin(super::$name(pages, server))).await;
            }
            #[tokio::test(flavor = "multi_thread")]
            async fn in_webkit() {
                $with(Engine::WebKit, $setting, |pages, server| Box::pin(super::$name(pages, server))).await;
            }
        }
    )+};
}

/// The same for journeys to a host of somebody else: `on_hosts!(PROBED; a_frame_grows, …)`.
#[macro_export]
macro_rules! on_hosts {
    ($manners:expr; $($name:ident),+ $(,)?) => {$(
        mod $name {
            use super::*;
            #[tokio::test(flavor = "multi_thread")]
            async fn in_chromium() {
                with_host(Engine::Chromium, $manners, |page, host| Box::pin(super::$name(page, host))).await;
            }
            #[tokio::test(flavor = "multi_thread")]
            async fn in_firefox() {
                with_host(Engine::Firefox, $manners, |page, host| Box::pin(super::$name(page, host))).await;
            }
            #[tokio::test(flavor = "multi_thread")]
            async fn in_webkit() {
                with_host(Engine::WebKit, $manners, |page, host| Box::pin(super::$name(page, host))).await;
            }
        }
    )+};
}
