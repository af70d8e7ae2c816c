//! The policy that browsers hold a page to, and the headers for static hosts.
//!
//! Deliberately absent: `X-Frame-Options` and `frame-ancestors`; the pages may be framed.

/// The content security policy of a page: its own host, no inline script, Trusted Types on.
pub fn policy() -> String {
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "connect-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    .join("; ")
}

/// The file `_headers`, in the form that static hosts such as Netlify and Cloudflare Pages read.
pub fn headers_file() -> String {
    format!(
        "/*\n  Content-Security-Policy: {}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n  Cross-Origin-Resource-Policy: cross-origin\n  Access-Control-Allow-Origin: *\n\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n\n/*.wasm\n  Content-Type: application/wasm\n",
        policy()
    )
}
