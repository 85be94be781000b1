package org.rovingpm.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

class FormTokensTest {

    private final MockHttpServletRequest visit = new MockHttpServletRequest();

    @Test
    void theTokenOfAFormHas256RandomBits() {
        for (FormTokens tokens : new FormTokens[] {
            new FormTokens(new CookieCsrfTokenRepository()), new FormTokens(new HttpSessionCsrfTokenRepository())
        }) {
            String token = tokens.generateToken(visit).getToken();
            assertThat(token)
                    .matches("[A-Za-z0-9_-]{43}")
                    .isNotEqualTo(tokens.generateToken(visit).getToken());
        }
    }

    @Test
    void theSignInMakesItsTokensSo() {
        SignInTokens tokens = new SignInTokens(new FormTokens(new CookieCsrfTokenRepository()));
        assertThat(tokens.generateToken(visit).getToken()).matches("[A-Za-z0-9_-]{43}");
        visit.getSession(true);
        assertThat(tokens.generateToken(visit).getToken()).matches("[A-Za-z0-9_-]{43}");
    }
}
