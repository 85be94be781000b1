package org.rovingpm.engine.guard;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;

/** The beans that a model may name: our own delegates and listeners, and no other. */
class DelegatesByName extends ELResolver {

    private static final String OURS = "org.rovingpm.";
    private static final Set<Class<?>> KINDS = Set.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class);

    private final BeanFactory beans;

    DelegatesByName(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null || !(property instanceof String name) || !isDelegate(name)) {
            return null;
        }
        Object bean = beans.getBean(name);
        if (!AopUtils.getTargetClass(bean).getName().startsWith(OURS)) {
            return null;
        }
        context.setPropertyResolved(true);
        return bean;
    }

    private boolean isDelegate(String name) {
        return beans.containsBean(name) && KINDS.stream().anyMatch(kind -> beans.isTypeMatch(name, kind));
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base == null && property instanceof String name && isDelegate(name)) {
            throw new RefusedByGuard("An expression may not change \"" + name + "\".");
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
}
