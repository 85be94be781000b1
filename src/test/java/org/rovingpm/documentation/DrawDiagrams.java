package org.rovingpm.documentation;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rovingpm.fixture.Chromium;
import org.webjars.WebJarVersionLocator;

/** Draws processes in a browser with bpmn-js, as the Modeler and Cockpit show them. The same model always gets the same picture. */
final class DrawDiagrams implements AutoCloseable {

    private static final String DRAW = """
            async xml => {
                const viewer = new BpmnJS({ container: '#canvas' });
                await viewer.importXML(xml);
                const { svg } = await viewer.saveSVG();
                viewer.destroy();
                return svg;
            }""";
    // bpmn-js ends the names of its arrow heads in chance letters
    private static final Pattern CHANCE = Pattern.compile("\\b([a-z-]+-end|[a-z-]+-start|[a-z-]+-marker)-[\\w-]+");

    // What a browser needs to notice the mouse
    private static final Pattern UNSEEN = Pattern.compile("<[a-z]+ [^>]*class=\"djs-(?:hit|outline)[^>]*/>");

    private final Chromium chromium = new Chromium();
    private final Page page;

    DrawDiagrams() {
        page = chromium.page(0, new Browser.NewContextOptions());
        page.setContent("<div id='canvas' style='width: 2000px; height: 1200px'></div>");
        page.evaluate(viewer());
    }

    String svg(ProcessDiagram diagram) {
        String svg = (String) page.evaluate(DRAW, diagram.xml());
        return onWhite(named(UNSEEN.matcher(svg).replaceAll("")));
    }

    @Override
    public void close() {
        chromium.close();
    }

    private static String named(String svg) {
        Map<String, String> names = new TreeMap<>();
        return CHANCE.matcher(svg)
                .replaceAll(found -> Matcher.quoteReplacement(
                        names.computeIfAbsent(found.group(), name -> found.group(1) + "-" + names.size())));
    }

    /** Readers with a dark screen see it too. */
    private static String onWhite(String svg) {
        return svg.replaceFirst(
                "(<svg[^>]*viewBox=\"(\\S+) (\\S+) (\\S+) (\\S+)\"[^>]*>)",
                "$1\n<rect x=\"$2\" y=\"$3\" width=\"$4\" height=\"$5\" fill=\"#ffffff\"/>\n");
    }

    private static String viewer() {
        String path = "META-INF/resources/webjars/"
                + new WebJarVersionLocator().path("bpmn-js", "dist/bpmn-viewer.production.min.js");
        try (InputStream script = DrawDiagrams.class.getClassLoader().getResourceAsStream(path)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
