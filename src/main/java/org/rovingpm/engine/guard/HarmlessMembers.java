package org.rovingpm.engine.guard;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.spin.json.SpinJsonNode;
import org.joda.time.DateTime;
import org.rovingpm.engine.AllowedInModels;

/** The few properties and methods that expressions may use. Everything else, above all reflection, is refused. */
class HarmlessMembers extends ELResolver {

    private static final Map<Class<?>, Set<String>> PROPERTIES =
            Map.of(DelegateExecution.class, AllowedInModels.OF_EXECUTION, DelegateTask.class, AllowedInModels.OF_TASK);

    private static final Map<Class<?>, Set<String>> METHODS = Map.of(
            SpinJsonNode.class,
                    Set.of(
                            "prop",
                            "hasProp",
                            "elements",
                            "stringValue",
                            "numberValue",
                            "boolValue",
                            "isNull",
                            "isArray"),
            DateTime.class,
                    Set.of(
                            "withTimeAtStartOfDay",
                            "plusMinutes",
                            "plusHours",
                            "plusDays",
                            "plusWeeks",
                            "plusMonths",
                            "minusMinutes",
                            "minusHours",
                            "minusDays",
                            "minusWeeks",
                            "minusMonths"));

    private final BeanELResolver beans = new BeanELResolver(true);

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null) {
            return null;
        }
        if (!allowed(PROPERTIES, base, property)) {
            throw refusal(base, property);
        }
        return beans.getValue(context, base, property);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (base == null) {
            return null;
        }
        if (!allowed(METHODS, base, method)) {
            throw refusal(base, method);
        }
        return beans.invoke(context, base, method, types, arguments);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base != null) {
            throw refusal(base, property);
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    private static boolean allowed(Map<Class<?>, Set<String>> members, Object base, Object member) {
        return members.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().isInstance(base) && entry.getValue().contains(String.valueOf(member)));
    }

    private static RefusedByGuard refusal(Object base, Object member) {
        return new RefusedByGuard("An expression may not use \"" + member + "\" of a "
                + base.getClass().getSimpleName()
                + ". Expressions name variables, delegates and listeners, and call nothing.");
    }
}
