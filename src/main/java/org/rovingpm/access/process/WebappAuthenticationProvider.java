package org.rovingpm.access.process;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.rovingpm.access.CurrentUser;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Tells Tasklist, Cockpit and Admin who is signed in, so that they do not ask again.
 * Somebody whose account has been deleted meanwhile is nobody. Public, because a servlet filter creates it by name.
 */
public class WebappAuthenticationProvider implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof CurrentUser person)) {
            return AuthenticationResult.unsuccessful();
        }
        engine.getIdentityService().clearAuthentication();
        if (engine.getIdentityService().createUserQuery().userId(person.id()).count() == 0) {
            return AuthenticationResult.unsuccessful();
        }
        AuthenticationResult result = AuthenticationResult.successful(person.id());
        result.setGroups(groups(engine, person));
        result.setTenants(List.of());
        return result;
    }

    private static List<String> groups(ProcessEngine engine, CurrentUser person) {
        return engine.getIdentityService().createGroupQuery().groupMember(person.id()).unlimitedList().stream()
                .map(Group::getId)
                .toList();
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // A bare 401: the web applications then lead to the sign-in page
    }
}
