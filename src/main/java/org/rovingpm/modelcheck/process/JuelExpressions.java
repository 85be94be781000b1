package org.rovingpm.modelcheck.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.SimpleContext;
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

    private final ExpressionFactoryImpl values = new ExpressionFactoryImpl();
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

    @Override
    public Optional<Constant> constant(String text) {
        Expression read = read(text);
        if (read == null || !read.names().isEmpty() || !read.calls().isEmpty()) {
            return Optional.empty();
        }
        SimpleContext nothing = new SimpleContext();
        try {
            return Optional.of(new Constant(
                    values.createValueExpression(nothing, text, Object.class).getValue(nothing)));
        } catch (ELException impossible) {
            throw (ArithmeticException) new ArithmeticException(text).initCause(impossible);
        }
    }

    @Override
    public List<Comparison> comparisons(String text) {
        List<Comparison> found = new ArrayList<>();
        if (read(text) != null) {
            compared(parser.build(text).getRoot(), found);
        }
        return found;
    }

    private static void compared(Node node, List<Comparison> found) {
        if (node instanceof AstBinary compared
                && (compared.getOperator() == AstBinary.EQ || compared.getOperator() == AstBinary.NE)) {
            boolean equal = compared.getOperator() == AstBinary.EQ;
            compared(compared.getChild(0), compared.getChild(1), equal, found);
            compared(compared.getChild(1), compared.getChild(0), equal, found);
        }
        for (int child = 0; child < node.getCardinality(); child++) {
            compared(node.getChild(child), found);
        }
    }

    private static void compared(AstNode one, AstNode other, boolean equal, List<Comparison> found) {
        if (one instanceof AstIdentifier name
                && (other instanceof AstString || other instanceof AstNumber || other instanceof AstBoolean)) {
            found.add(new Comparison(name.getName(), other.eval(null, null), equal));
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
