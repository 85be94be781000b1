package org.rovingpm.account.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.rovingpm.access.CurrentUser;
import org.rovingpm.access.Role;
import org.rovingpm.account.Passwords;
import org.rovingpm.account.PersonalDetails;
import org.rovingpm.account.SignedInAccount;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Somebody who has signed in, with the groups that they are a member of at that moment. */
@Component
class SignedInPerson {

    private final Passwords passwords;
    private final IdentityService identities;

    SignedInPerson(Passwords passwords, IdentityService identities) {
        this.passwords = passwords;
        this.identities = identities;
    }

    List<String> groupsOf(String person) {
        // Not as whoever used this thread before
        identities.clearAuthentication();
        return identities.createGroupQuery().groupMember(person).unlimitedList().stream()
                .map(Group::getId)
                .toList();
    }

    /** @param version of the account, from before anything was checked */
    Authentication of(String person, long version) {
        return of(person, version, groupsOf(person));
    }

    /**
     * A program that has a password of its own. It is no administrator: whoever has found such a password could otherwise make
     * themselves an account without a second factor.
     */
    Authentication program(String person, long version, List<String> groups) {
        return of(
                person,
                version,
                groups.stream()
                        .filter(group -> !group.equals(Role.ADMINISTRATOR.group()))
                        .toList());
    }

    private Authentication of(String person, long version, List<String> groups) {
        String fullName =
                passwords.detailsOf(person).map(PersonalDetails::fullName).orElse(person);
        UsernamePasswordAuthenticationToken signedIn = UsernamePasswordAuthenticationToken.authenticated(
                new CurrentUser(person, fullName), null, AuthorityUtils.createAuthorityList(groups));
        signedIn.setDetails(new SignedInAccount(version));
        return signedIn;
    }
}
