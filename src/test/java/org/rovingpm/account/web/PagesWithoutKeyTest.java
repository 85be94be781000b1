package org.rovingpm.account.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.account.factor.FactorGroups;
import org.rovingpm.account.factor.KeylessFactors;
import org.rovingpm.account.factor.SecondFactors;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** What the pages say where the application has no key under which second factors could be stored. */
@ApplicationTest
class PagesWithoutKeyTest {

    private static final String PAGE = "/account/second-factor";
    private static final Principal SOMEBODY = new TestingAuthenticationToken("somebody", null);

    @Autowired
    private BeanFactory application;

    @Autowired
    private ISpringTemplateEngine templates;

    private MockMvc pages;

    @BeforeEach
    void takeTheKeyAway() {
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(templates);
        views.setCharacterEncoding(StandardCharsets.UTF_8.name());
        pages = MockMvcBuilders.standaloneSetup(
                        new SecondFactorPages(
                                application.getBean(SecondFactors.class),
                                KeylessFactors.required(application),
                                KeylessFactors.change(application)),
                        new RequiredFactorPages(
                                application.getBean(FactorGroups.class),
                                KeylessFactors.required(application),
                                KeylessFactors.change(application),
                                application.getBean(SecondFactors.class),
                                application.getBean(PersonDirectory.class)))
                .setViewResolvers(views)
                .build();
    }

    @Test
    void thePageSaysPlainlyThatItCannotBeSetUp() throws Exception {
        pages.perform(get(PAGE).principal(SOMEBODY))
                .andExpect(content().string(containsString("the application has no key to store it under")))
                .andExpect(content().string(containsString("ROVINGPM_SECOND_FACTOR_KEY")))
                .andExpect(content().string(not(containsString("/set-up"))));
    }

    @Test
    void nothingIsSetUpHoweverItIsAskedFor() throws Exception {
        pages.perform(get(PAGE + "/set-up").principal(SOMEBODY)).andExpect(redirectedUrl(PAGE));
        pages.perform(post(PAGE + "/set-up").param("code", "123456").principal(SOMEBODY))
                .andExpect(redirectedUrl(PAGE));
    }

    @Test
    void administratorsReadThatTheyCannotRequireOne() throws Exception {
        pages.perform(get("/second-factors").principal(SOMEBODY))
                .andExpect(content().string(containsString("It cannot be required")));
        pages.perform(post("/second-factors").param("group", "coordinator").principal(SOMEBODY))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("A second factor cannot be required")));
    }
}
