package org.rovingpm.supportcase.process;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.rovingpm.engine.StartByForm;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.OpenCase;
import org.rovingpm.supportcase.RecordFurtherInformation;
import org.rovingpm.supportcase.RequestHelp;
import org.springframework.stereotype.Component;

@Component
class OpenCaseByProcess implements OpenCase {

    private static final String RECORD_ANSWER = "userTask_recordFurtherInformation";

    private final StartByForm startByForm;
    private final TaskService tasks;

    OpenCaseByProcess(StartByForm startByForm, TaskService tasks) {
        this.startByForm = startByForm;
        this.tasks = tasks;
    }

    @Override
    public CaseReference open(RequestHelp.Form form, String who) {
        return new CaseReference(startByForm.start(SupportCaseProcess.KEY, form, who));
    }

    @Override
    public void answer(CaseReference reference, RecordFurtherInformation.Form answer) {
        Task asked = tasks.createTaskQuery().processInstanceBusinessKey(reference.value()).taskDefinitionKey(RECORD_ANSWER).singleResult();
        tasks.complete(asked.getId(), Map.of("information", answer.information(), "givenBy", answer.givenBy()));
    }
}
