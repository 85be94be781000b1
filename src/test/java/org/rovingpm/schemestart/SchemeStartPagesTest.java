package org.rovingpm.schemestart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.access.Role;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.schemestart.sheet.Sheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class SchemeStartPagesTest {

    private static final String PAGE = "/scheme-start";

    @Autowired
    private Scheme scheme;

    @Autowired
    private ImportedFiles files;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MockMvc web;

    private ResultActions ask(MockHttpServletRequestBuilder request, Role role) throws Exception {
        return web.perform(
                request.with(user(role.group()).authorities(AuthorityUtils.createAuthorityList(role.group()))));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAServiceManagerImportsAndAnAdministratorSeesWhatIsMissing(Role role) throws Exception {
        boolean manages = role == Role.SERVICE_MANAGER;
        long file = files.add("cases.xlsx", new Sheets().workbook(), role.group());

        ask(get(PAGE), role)
                .andExpect(manages || role == Role.ADMINISTRATOR ? status().isOk() : status().isForbidden());
        for (String page : List.of("/import", "/import/template.xlsx", "/import/open-cases.csv", "/import/" + file)) {
            ask(get(PAGE + page), role).andExpect(manages ? status().isOk() : status().isForbidden());
        }
        ask(post(PAGE).with(csrf()).param("item", "LIMITS"), role)
                .andExpect(manages ? status().isFound() : status().isForbidden());
        if (!manages) {
            ask(post(PAGE + "/import/" + file).with(csrf()), role).andExpect(status().isForbidden());
            ask(post(PAGE + "/import/file").with(csrf()), role).andExpect(status().isForbidden());
        }
    }

    @Test
    void theListSaysWhatIsThereAndWhatIsMissing() throws Exception {
        scheme.practice("Z99085");
        scheme.pm("pm-85");
        scheme.fund("START-85", "500");

        ask(get(PAGE), Role.SERVICE_MANAGER)
                .andExpect(content()
                        .string(allOf(
                                containsString("Nobody has said yet that the limits suit this scheme."),
                                containsString("active PM"),
                                containsString("available."))));
        ask(post(PAGE).with(csrf()).param("item", "LIMITS"), Role.SERVICE_MANAGER);
        ask(get(PAGE), Role.SERVICE_MANAGER)
                .andExpect(content()
                        .string(allOf(
                                not(containsString("Nobody has said yet that the limits")),
                                containsString("They still suit this scheme"))));
        ask(post(PAGE).with(csrf()).param("item", "NOTHING"), Role.SERVICE_MANAGER)
                .andExpect(status().isNotFound());
    }

    @Test
    void aFileIsShownToWhomeverSentItAndToNobodyElse() throws Exception {
        scheme.practice("Z99086");
        Sheets sheets = new Sheets().row(Sheet.OPEN_CASES, Sheets.openCase("OLD-86", "Z99086", LocalDate.now(clock)));
        long own = files.add("own.xlsx", sheets.workbook(), Role.SERVICE_MANAGER.group());
        ask(get(PAGE + "/import/" + own), Role.SERVICE_MANAGER)
                .andExpect(content()
                        .string(allOf(containsString("This makes 1 open case."), containsString("Practice Z99086"))));

        long others = files.add("others.xlsx", sheets.workbook(), "service-manager-2");
        ask(get(PAGE + "/import/" + others), Role.SERVICE_MANAGER).andExpect(status().isNotFound());
        ask(post(PAGE + "/import/" + others).with(csrf()), Role.SERVICE_MANAGER).andExpect(status().isNotFound());
        assertThat(files.find(others, "service-manager-2")).isPresent();
    }
}
