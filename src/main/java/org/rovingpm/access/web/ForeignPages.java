package org.rovingpm.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.rovingpm.access.web.engine.EngineAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site has a browser send to the engine's interfaces, whoever the browser believes to be signed
 * in. Browsers say so in two headers that no page can change. Programs send neither, with one exception: the Camunda Modeler is
 * itself a page, opened from a file in a browser of its own, which a page elsewhere cannot pretend to be. Stands before the
 * sign-in, so that nobody's password is looked at for a foreign page.
 */
class ForeignPages extends OncePerRequestFilter {

    private static final Pattern ENGINE = Pattern.compile("/(engine-rest|camunda/api)(/.*)?");
    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final Set<String> OWN_OR_TYPED = Set.of("same-origin", "none");
    private static final String FROM_A_FILE = "file://";
    private static final String DESKTOP_PROGRAM = " Electron/";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final String publicOrigin;

    /** @param publicAddress where people reach this application, also where a proxy does not hand on how */
    ForeignPages(URI publicAddress) {
        publicOrigin = originOf(publicAddress.getScheme(), publicAddress.getHost(), publicAddress.getPort());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ENGINE.matcher(request.getServletPath() + Objects.toString(request.getPathInfo(), ""))
                .matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(request) && !isModeler(request)) {
            EngineAnswers.refuse(response, HttpStatus.FORBIDDEN, "Another site may not ask for this.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String site = request.getHeader(FETCH_SITE);
        return origin != null && !isOurs(origin, request) || site != null && !OWN_OR_TYPED.contains(site);
    }

    private static boolean isModeler(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return (origin == null || origin.equals(FROM_A_FILE))
                && String.valueOf(request.getHeader(HttpHeaders.USER_AGENT)).contains(DESKTOP_PROGRAM);
    }

    private boolean isOurs(String origin, HttpServletRequest request) {
        return origin.equalsIgnoreCase(publicOrigin)
                || origin.equalsIgnoreCase(
                        originOf(request.getScheme(), request.getServerName(), request.getServerPort()));
    }

    private static String originOf(String scheme, String host, int port) {
        boolean usual = port < 0 || port == ("https".equals(scheme) ? HTTPS : HTTP);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
