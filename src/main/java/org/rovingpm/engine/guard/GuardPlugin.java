package org.rovingpm.engine.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the guards into the engine before it starts. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class GuardPlugin extends AbstractProcessEnginePlugin {

    private final BeanFactory beans;

    GuardPlugin(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new GuardedExpressions(new DelegatesByName(beans)));
        engine.setScriptEngineResolver(new NoScriptEngine());
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableScriptEngineNashornCompatibility(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setBpmnParseFactory(NoCodeInModels.factory());
        engine.setCustomPreDeployers(with(engine.getCustomPreDeployers(), (Deployer) new NoCodeInDecisions()));
        engine.setCustomPreCommandInterceptorsTxRequired(with(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                (CommandInterceptor) new RefusedCommands(engine::getIdentityService),
                new ReadableRefusals()));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getCommandCheckers()
                .replaceAll(checker -> checker instanceof TenantCommandChecker ? new JobsOfTheEngine() : checker);
    }

    @SafeVarargs
    private static <T> List<T> with(List<T> present, T... more) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
