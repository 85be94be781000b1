package org.rovingpm.modelcheck.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.rovingpm.engine.AllowedInModels;
import org.rovingpm.modelcheck.known.Expressions;
import org.springframework.stereotype.Component;

/** Reads expressions with the engine's own parser. */
@Component
class JuelExpressions implements Expressions {

    private static final Map<String, Set<String>> PROPERTIES =
            Map.of("execution", AllowedInModels.OF_EXECUTION, "task", AllowedInModels.OF_TASK);

    /** Beyond it, brackets within brackets would take the parser's memory. */
    private static final int LONGEST = 2_000;

    private final Builder parser = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    @Override
    public Expression read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            Tree tree = parser.build(text);
            Set<String> names = new LinkedHashSet<>();
            List<String> calls = new ArrayList<>();
            List<String> properties = new ArrayList<>();
            visit(tree.getRoot(), names, calls, properties);
            return new Expression(names, calls, properties, single(tree.getRoot()));
        } catch (ELException unreadable) {
            return null;
        }
    }

    private static void visit(Node node, Set<String> names, List<String> calls, List<String> properties) {
        if (node instanceof AstIdentifier name) {
            names.add(name.getName());
        } else if (node instanceof AstFunction function) {
            calls.add(function.getName());
        } else if (node instanceof AstMethod) {
            calls.add(String.valueOf(node.getChild(0)).replaceFirst("^\\W+", "").strip());
        } else if (node instanceof AstDot dot
                && dot.getChild(0) instanceof AstIdentifier base
                && PROPERTIES.containsKey(base.getName())) {
            String property = String.valueOf(dot).replaceFirst("^.*\\.", "").strip();
            if (!PROPERTIES.get(base.getName()).contains(property)) {
                properties.add(base.getName() + "." + property);
            }
        } else if (node instanceof AstDot dot && !(dot.getChild(0) instanceof AstIdentifier)) {
            properties.add(String.valueOf(dot).replaceFirst("^.*\\.", "").strip());
        }
        for (int child = 0; child < node.getCardinality(); child++) {
            visit(node.getChild(child), names, calls, properties);
        }
    }

    private static String single(Node root) {
        return root instanceof AstEval evaluated && evaluated.getChild(0) instanceof AstIdentifier name
                ? name.getName()
                : null;
    }
}
