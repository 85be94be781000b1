package org.rovingpm.documentation;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rovingpm.documentation.LayeredLayout.Place;

/** The modules and what they use, as an SVG picture. */
final class ModulePicture {

    static final Path FILE = Documentation.IMAGES.resolve("modules.svg");

    private static final int WIDTH = 118;
    private static final int HEIGHT = 34;
    private static final int LAYER = 82;
    private static final int MARGIN = 16;

    private ModulePicture() {}

    static String of(ModuleGraph modules) {
        LayeredLayout layout = new LayeredLayout(modules.reduced().uses());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="Modules and what they use">
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <g fill="none" stroke="#5b6b76" stroke-width="1.3">
                %3$s
                </g>
                <g fill="#e8f1f5" stroke="#0b4f6c" stroke-width="1.3">
                %4$s
                </g>
                <g font-family="Arial, Helvetica, sans-serif" font-size="14" text-anchor="middle" fill="#0b0c0c">
                %5$s
                </g>
                </svg>
                """.formatted(
                        Math.round(layout.width() * WIDTH) + 2 * MARGIN,
                        (layout.height() - 1) * LAYER + HEIGHT + 2 * MARGIN,
                        lines(layout),
                        layout.nodes().stream()
                                .map(node -> "<rect x=\"%.0f\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\"/>"
                                        .formatted(x(node) - WIDTH / 2.0, top(node, layout), WIDTH, HEIGHT))
                                .collect(Collectors.joining("\n")),
                        layout.nodes().stream()
                                .map(node -> "<text x=\"%.0f\" y=\"%d\">%s</text>"
                                        .formatted(x(node), top(node, layout) + HEIGHT / 2 + 5, node.node))
                                .collect(Collectors.joining("\n")));
    }

    private static String lines(LayeredLayout layout) {
        return layout.lines().stream()
                .map(line -> "<path d=\"%s\"/>".formatted(path(line, layout)))
                .collect(Collectors.joining("\n"));
    }

    private static String path(List<Place> line, LayeredLayout layout) {
        StringBuilder path = new StringBuilder();
        double x = x(line.get(0));
        double y = top(line.get(0), layout) + HEIGHT;
        path.append(String.format(Locale.ROOT, "M%.0f %.0f", x, y));
        for (Place next : line.subList(1, line.size())) {
            double top = top(next, layout);
            double middle = (y + top) / 2;
            path.append(String.format(
                    Locale.ROOT, "C%.0f %.0f %.0f %.0f %.0f %.0f", x, middle, x(next), middle, x(next), top));
            x = x(next);
            y = top;
            if (!next.isNode()) {
                y = top + HEIGHT;
                path.append(String.format(Locale.ROOT, "V%.0f", y));
            }
        }
        return path.toString();
    }

    private static double x(Place place) {
        return MARGIN + place.x * WIDTH;
    }

    private static int top(Place place, LayeredLayout layout) {
        return MARGIN + (layout.height() - 1 - place.layer) * LAYER;
    }
}
