package org.rovingpm.casepage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.engine.RecordAnswers;
import org.rovingpm.fixture.BrowserTest;
import org.rovingpm.fixture.PublicPages;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;

class CasePageBrowserTest extends BrowserTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private FormAnswers answers;

    private String reference;

    @BeforeEach
    void aCase() {
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z98071")));
        answers.record(new RecordAnswers.Answered(
                reference,
                SupportCaseProcess.KEY,
                "userTask_takeASecondLook",
                "Take a second look",
                "take-a-second-look",
                List.of(
                        new RecordAnswers.Answer("sure", "How sure are you?", "Not sure"),
                        new RecordAnswers.Answer(
                                "seen",
                                "What did you see?",
                                "Two rotas that contradict each other, and a gap on Thursday mornings.")),
                people.with(Role.SERVICE_MANAGER)));
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        scheme.forget(reference);
    }

    @Test
    void theCasePageAndTheOneOfACaseThatIsNotThereAreUsableByEverybody() {
        signIn(people.with(Role.COORDINATOR), TestPeople.PASSWORD);
        page.navigate("/cases/" + reference);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Messages")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Other forms")))
                .isVisible();
        PublicPages.isUsableByEverybody(page, "case");
        page.navigate("/cases/RPM-1999-0001");
        PublicPages.isUsableByEverybody(page, "case-not-there");
    }
}
