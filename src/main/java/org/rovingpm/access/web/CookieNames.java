package org.rovingpm.access.web;

/**
 * The names of our cookies. Where they are sent over TLS only, a prefix has browsers take them from this very host and over TLS
 * alone: neither a page of a host beside it nor somebody on the line can put others in their place (RFC 6265bis).
 */
final class CookieNames {

    private static final String OF_THE_HOST = "__Host-";

    private CookieNames() {}

    /** Of a cookie for the whole host: that of a session, for example. */
    static String ofHost(String name, boolean overTlsOnly) {
        return (overTlsOnly ? OF_THE_HOST : "") + name;
    }

    /** Of a cookie for some addresses only, which may not have the name of one for the host. */
    static String ofAddress(String name, boolean overTlsOnly) {
        return (overTlsOnly ? "__Secure-" : "") + name;
    }
}
