package org.rovingpm.engine.guard;

import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * Expressions that reach variables, our delegates and listeners by name, and a short list of harmless properties.
 * By default they reach every Spring bean and, through it, any Java code.
 */
class GuardedExpressions extends JuelExpressionManager {

    private final ELResolver delegates;

    GuardedExpressions(ELResolver delegates) {
        this.delegates = delegates;
    }

    @Override
    public Expression createExpression(String text) {
        return new GuardedExpression((JuelExpression) super.createExpression(text), createValueExpression(text), this);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(delegates);
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        resolver.add(new HarmlessMembers());
        return resolver;
    }

    /** Decisions are written in FEEL; nothing else is evaluated in them. */
    @Override
    protected ElProvider createElProvider() {
        return text -> {
            throw new RefusedByGuard(
                    "Decisions are written in FEEL: the expression \"" + text + "\" is in another language.");
        };
    }
}
