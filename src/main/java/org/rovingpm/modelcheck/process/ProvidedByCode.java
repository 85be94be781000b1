package org.rovingpm.modelcheck.process;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.rovingpm.choice.ChoiceLists;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.contract.Contract;
import org.rovingpm.contract.Contracts;
import org.rovingpm.engine.AllowedInModels;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.OutsideService;
import org.rovingpm.engine.StartFormListener;
import org.rovingpm.engine.Submission;
import org.rovingpm.modelcheck.PackagedFiles;
import org.rovingpm.modelcheck.known.Provided;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * What the code provides to models, read from its classes: the beans by their names, the forms by the listeners that take
 * them, the variables and messages by the contract classes of the processes. Nothing is made for it, so it can also be said
 * where nothing runs.
 */
@Component
class ProvidedByCode implements Provided {

    private static final Map<Kind, Class<?>> KINDS = Map.of(
            Kind.DELEGATE,
            JavaDelegate.class,
            Kind.TASK_LISTENER,
            TaskListener.class,
            Kind.EXECUTION_LISTENER,
            ExecutionListener.class);
    private static final String LISTENER = "Listener";

    private final ListableBeanFactory beans;
    private final PackagedFiles packaged = new PackagedFiles();
    private final Contracts contracts;
    private final VariablesInCode code = new VariablesInCode();
    private final Map<String, UsedVariables> ofBeans = new HashMap<>();
    private Collection<UseCaseForm> forms;

    ProvidedByCode(ListableBeanFactory beans, Contracts contracts) {
        this.beans = beans;
        this.contracts = contracts;
    }

    @Override
    public boolean provides(String bean, Kind kind) {
        return beans.containsBean(bean)
                && beans.isTypeMatch(bean, KINDS.get(kind))
                && beans.getType(bean, false) != null
                && beans.getType(bean, false).getName().startsWith("org.rovingpm.");
    }

    @Override
    public synchronized Collection<UseCaseForm> forms() {
        if (forms == null) {
            forms = Stream.concat(
                            Arrays.stream(beans.getBeanNamesForType(FormListener.class, true, false))
                                    .map(bean -> form(bean, FormListener.class)),
                            Arrays.stream(beans.getBeanNamesForType(StartFormListener.class, true, false))
                                    .map(bean -> form(bean, StartFormListener.class)))
                    .toList();
        }
        return forms;
    }

    /** One name in five places: approveJobPlanListener takes the form approve-job-plan. */
    private UseCaseForm form(String bean, Class<?> kind) {
        String id = bean.substring(0, bean.length() - LISTENER.length())
                .replaceAll("([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
        Class<?> fields = ResolvableType.forClass(beans.getType(bean, false))
                .as(kind)
                .getGeneric(0)
                .resolve();
        return new UseCaseForm(id, bean, fields.asSubclass(Record.class), kind == StartFormListener.class);
    }

    @Override
    public Set<String> templates() {
        return packaged.templates();
    }

    @Override
    public Set<String> messages() {
        return all(Contract::messages);
    }

    @Override
    public Set<String> messagesTo(String process) {
        return contracts.of(process).map(Contract::messages).orElse(Set.of());
    }

    @Override
    public Set<String> signals() {
        return all(Contract::signals);
    }

    @Override
    public Set<String> errors() {
        return Set.of(OutsideService.NOT_FOUND, OutsideService.NOT_SET);
    }

    @Override
    public Set<String> services() {
        return Stream.concat(
                        packaged.services().stream(),
                        beans.getBeansOfType(OutsideService.class).values().stream()
                                .map(OutsideService::name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Optional<ChoiceLists> lists() {
        return Optional.ofNullable(beans.getBeanProvider(ChoiceLists.class).getIfAvailable());
    }

    @Override
    public Optional<Set<String>> variablesOf(String process) {
        return contracts.of(process).map(Contract::variables);
    }

    @Override
    public Set<String> sharedVariables() {
        return contracts.sharedVariables();
    }

    @Override
    public synchronized UsedVariables variablesOfBean(String bean) {
        return ofBeans.computeIfAbsent(bean, name -> {
            Class<?> type =
                    KINDS.keySet().stream().anyMatch(kind -> provides(name, kind)) ? beans.getType(name, false) : null;
            if (type == null) {
                return new UsedVariables(Set.of(), Set.of());
            }
            VariablesInCode.Variables found = code.of(ClassUtils.getUserClass(type));
            Set<String> known = allVariables();
            return new UsedVariables(ofContracts(found.set(), known), ofContracts(found.needed(), known));
        });
    }

    private Set<String> ofContracts(Set<String> names, Set<String> known) {
        return names.stream()
                .filter(name -> known.contains(name) || sharedVariables().contains(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> carriedBy(String message) {
        return contracts.all().stream()
                .flatMap(contract -> contract.carried().getOrDefault(message, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Set<String>> valuesOf(String process, String variable) {
        return CaseVariables.RAG.equals(variable)
                ? Optional.of(Arrays.stream(Rag.values()).map(Rag::name).collect(Collectors.toUnmodifiableSet()))
                : contracts.of(process).map(contract -> contract.values().get(variable));
    }

    @Override
    public Set<String> allVariables() {
        return all(Contract::variables);
    }

    @Override
    public Set<String> moments() {
        return all(Contract::moments);
    }

    @Override
    public boolean isTaken(String name) {
        return allVariables().contains(name)
                || sharedVariables().contains(name)
                || AllowedInModels.WORDS_OF_THE_ENGINE.contains(name)
                || Submission.isEnvelope(name)
                || KINDS.keySet().stream().anyMatch(kind -> provides(name, kind));
    }

    private Set<String> all(Function<Contract, Set<String>> names) {
        return contracts.all().stream()
                .flatMap(contract -> names.apply(contract).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<byte[]> packagedProcess(String process) {
        return packaged.process(process);
    }

    @Override
    public Optional<byte[]> packagedForm(String form) {
        return packaged.form(form);
    }

    @Override
    public Set<String> packagedProcesses() {
        return packaged.processes();
    }

    @Override
    public Optional<byte[]> packagedDecision(String decision) {
        return packaged.decision(decision);
    }
}
