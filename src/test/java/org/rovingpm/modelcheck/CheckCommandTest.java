package org.rovingpm.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rovingpm.jobplan.JobPlanApprovalProcess;
import org.rovingpm.modelcheck.process.CheckCommand;

/** The check as a command, without a database. */
class CheckCommandTest {

    @TempDir
    private Path folder;

    private record Outcome(int code, String out) {}

    private static Outcome check(String... files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = CheckCommand.run(List.of(files), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void acceptsEverythingThatComesWithTheApplication() {
        Outcome outcome = check(Stream.of("processes", "forms")
                .flatMap(name -> Arrays.stream(new File(name).listFiles(File::isFile)))
                .map(File::getPath)
                .toArray(String[]::new));

        assertThat(outcome.out())
                .contains(
                        "Would be accepted", "0 problems, 0 warnings", "are only checked when the files are deployed");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void saysWhatIsWrongAndLetsABuildFail() throws IOException {
        Path bad = folder.resolve("job-plan-approval.bpmn");
        Files.write(
                bad,
                ChangedModel.of("job-plan-approval.bpmn")
                        .set(JobPlanApprovalProcess.Elements.PLAN_SUBMITTED, "default", null)
                        .set(JobPlanApprovalProcess.Elements.APPROVE_SPENDING, "name", "")
                        .withoutIn(JobPlanApprovalProcess.Elements.APPROVE_SPENDING, "taskListener")
                        .bytes());

        Outcome outcome = check(bad.toString(), "processes/approval-level.dmn");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(
                        "PROBLEM  job-plan-approval.bpmn: “Plan submitted?” (gateway_planSubmitted) has no default",
                        "PROBLEM  job-plan-approval.bpmn: userTask_approveSpending has lost its listener",
                        "WARNING  job-plan-approval.bpmn: userTask_approveSpending has no label",
                        "Would be refused: 2 files, 2 problems, 1 warning.");
    }

    @Test
    void saysWhichFileIsNotThere() {
        assertThat(check("processes/nothing.bpmn"))
                .isEqualTo(new Outcome(1, check("processes/nothing.bpmn").out()));
        assertThat(check("processes/nothing.bpmn").out()).contains("processes/nothing.bpmn: The file cannot be read.");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(check())
                .isEqualTo(new Outcome(1, "Name the files to check: check FILE..." + System.lineSeparator()));
    }
}
