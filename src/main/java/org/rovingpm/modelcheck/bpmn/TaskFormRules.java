package org.rovingpm.modelcheck.bpmn;

import java.util.List;
import java.util.Optional;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.known.Provided.UseCaseForm;
import org.rovingpm.modelcheck.xml.XmlElement;

/** A task that captures data keeps its form and its listener, so that submitted data reaches the use case. */
class TaskFormRules implements Rule {

    private static final String COMPLETE = "complete";

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.nodes("userTask").forEach(task -> {
            Optional<UseCaseForm> byId = all.provided().formOfTask(task.id());
            Optional<UseCaseForm> byListener = listenerForm(task, all);
            Optional<UseCaseForm> byForm = all.provided().form(String.valueOf(task.camunda("formRef")));
            byId.or(() -> byListener).or(() -> byForm).ifPresent(form -> {
                complete(task, form, all, to);
                if (!form.start() && byForm.isEmpty()) {
                    to.problem(
                            task,
                            "has lost its form: set its form reference to “%s”, with the binding “latest”."
                                    .formatted(form.id()));
                } else if (byForm.isPresent() && !byForm.get().equals(form)) {
                    to.problem(
                            task,
                            "has the form “%s”, but it needs “%s”: set the form reference back."
                                    .formatted(byForm.get().id(), form.id()));
                }
            });
            reference(task, all, to);
            noData(task, to);
        });
        file.nodes("startEvent").forEach(start -> start(start, all, to));
        file.processes().forEach(process -> keepsStartForm(process, all, to));
    }

    private static Optional<UseCaseForm> listenerForm(XmlElement task, SubmittedFiles all) {
        return task.extensions("taskListener")
                .map(listener -> bean(listener, all))
                .flatMap(bean -> all.provided().formOfListener(bean).stream())
                .findFirst();
    }

    private static void complete(XmlElement task, UseCaseForm form, SubmittedFiles all, Findings to) {
        if (form.start()) {
            to.problem(
                    task,
                    "has the form “%s”, which starts a process: give the task a form of its own.".formatted(form.id()));
            return;
        }
        List<String> beans = BpmnFile.listeners(task, "taskListener", COMPLETE).stream()
                .map(listener -> bean(listener, all))
                .toList();
        if (beans.stream().noneMatch(form.listener()::equals)) {
            to.problem(
                    task,
                    ("has lost its listener, so what people type would be lost: add a task listener for the event “complete” "
                                    + "with the delegate expression #{%s}.")
                            .formatted(form.listener()));
        }
        task.extensions("taskListener")
                .filter(listener ->
                        form.listener().equals(bean(listener, all)) && !COMPLETE.equals(listener.own("event")))
                .forEach(listener -> to.problem(
                        task,
                        "has its listener #{%s} at the event “%s”: set the event to “complete”."
                                .formatted(form.listener(), listener.own("event"))));
    }

    private static void start(XmlElement start, SubmittedFiles all, Findings to) {
        reference(start, all, to);
        List<String> beans = start.extensions("executionListener")
                .filter(listener -> "end".equals(listener.own("event")))
                .map(listener -> bean(listener, all))
                .toList();
        Optional<UseCaseForm> byForm = all.provided().form(String.valueOf(start.camunda("formRef")));
        byForm.filter(form -> !beans.contains(form.listener()))
                .ifPresent(form -> to.problem(
                        start,
                        ("has lost its listener, so what people type would be lost: add an execution listener for the event “end” "
                                        + "with the delegate expression #{%s}.")
                                .formatted(form.listener())));
        beans.stream()
                .flatMap(bean -> all.provided().formOfListener(bean).stream())
                .filter(UseCaseForm::start)
                .filter(form -> !form.id().equals(start.camunda("formRef")))
                .forEach(form -> to.problem(
                        start,
                        "has lost its form: set its form reference to “%s”, with the binding “latest”."
                                .formatted(form.id())));
    }

    /** A packaged process with a start form cannot be started without it. */
    private static void keepsStartForm(XmlElement process, SubmittedFiles all, Findings to) {
        all.packaged(String.valueOf(process.id())).stream()
                .flatMap(packaged -> packaged.nodes("startEvent"))
                .filter(start ->
                        start.camunda("formRef") != null && process.id().equals(BpmnFile.processOf(start)))
                .filter(start -> process.all("startEvent")
                        .noneMatch(now -> start.camunda("formRef").equals(now.camunda("formRef"))
                                || now.extensions("executionListener").anyMatch(listener -> all.provided()
                                        .form(start.camunda("formRef"))
                                        .map(form -> form.listener().equals(bean(listener, all)))
                                        .orElse(false))))
                .forEach(start -> to.problem(
                        process,
                        "has no start event with the form “%s” any more: give one this form and the listener #{%s} at its end."
                                .formatted(
                                        start.camunda("formRef"),
                                        all.provided()
                                                .form(start.camunda("formRef"))
                                                .map(UseCaseForm::listener)
                                                .orElse("?"))));
    }

    private static void reference(XmlElement element, SubmittedFiles all, Findings to) {
        String form = element.camunda("formRef");
        if (form == null) {
            return;
        }
        if (Expressions.isExpression(form)) {
            to.problem(element, "has an expression as its form reference: name the form.");
        } else if (all.form(form).isEmpty()) {
            to.problem(
                    element,
                    "has the form “%s”, which does not exist: deploy it together with the process, or correct the form reference."
                            .formatted(form));
        }
        String binding = element.camunda("formRefBinding");
        if (!"latest".equals(binding)) {
            to.problem(
                    element,
                    "has the form binding “%s”: set it to “latest”, so that a corrected form reaches the cases under way."
                            .formatted(binding == null ? "" : binding));
        }
    }

    private static void noData(XmlElement task, Findings to) {
        if (task.extensions("formData").findAny().isPresent()) {
            to.problem(task, "has form fields of its own: put them into a Camunda Form and set the form reference.");
        }
    }

    private static String bean(XmlElement listener, SubmittedFiles all) {
        String delegate = listener.own("delegateExpression");
        Expressions.Expression read =
                delegate == null ? null : all.expressions().read(delegate);
        return read == null || read.single() == null ? "" : read.single();
    }
}
