package org.rovingpm.web.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * The two small files by which each web application of the engine finds our styles and scripts. It asks for them under addresses of
 * its own, without our version: so they are asked for anew each time, and lead to files that are kept.
 */
class Signposts implements ResourceTransformer {

    static final String[] PATTERNS = {"/camunda/app/*/scripts/config.js", "/camunda/app/*/styles/user-styles.css"};

    private static final Pattern ADDRESS =
            Pattern.compile("/camunda/app/[^/]+/(scripts/config\\.js|styles/user-styles\\.css)");

    private static final String TO_THE_ROOT = "../../../../";

    static boolean is(String path) {
        return ADDRESS.matcher(path).matches();
    }

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource file = chain.transform(request, resource);
        String text = file.getContentAsString(UTF_8).replace(TO_THE_ROOT, TO_THE_ROOT + FileVersion.FOLDER + "/");
        return new TransformedResource(file, text.getBytes(UTF_8));
    }
}
