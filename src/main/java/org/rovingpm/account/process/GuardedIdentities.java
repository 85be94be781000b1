package org.rovingpm.account.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.rovingpm.access.Role;
import org.rovingpm.account.AccountNotice;
import org.rovingpm.account.AccountNotices;
import org.rovingpm.account.Accounts;
import org.rovingpm.account.PersonalDetails;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityLog;
import org.rovingpm.submission.Refusal;

/**
 * The engine's accounts and groups, by whichever door they are changed. What sessions and remembered passwords depend on is noted
 * in the same transaction; names and addresses are checked, and changed by administrators only; the rights of what is deleted are
 * deleted with it, so that a later account of the same id inherits nothing.
 */
class GuardedIdentities extends DbIdentityServiceProvider {

    private final Accounts accounts;
    private final StoredAccounts stored;
    private final AccountNotices notices;
    private final SecurityLog log;

    GuardedIdentities(Accounts accounts, StoredAccounts stored, AccountNotices notices, SecurityLog log) {
        this.accounts = accounts;
        this.stored = stored;
        this.notices = notices;
        this.log = log;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        PersonalDetails before = stored.detailsOf(user.getId()).orElse(null);
        PersonalDetails after = details(user);
        if (!after.equals(before)) {
            after.check();
            refuseOtherThanRosters(user.getId(), before, after);
            refuseUnlessByAdministrator(user.getId(), before);
        }
        boolean newPassword = ((UserEntity) user).hasNewPassword();
        IdentityOperationResult result = super.saveUser(user);
        if (before == null || newPassword) {
            accounts.passwordChanged(user.getId(), isOfSomebodyElse(user.getId()));
        }
        note(user.getId(), before, after, newPassword);
        if (before != null) {
            tellHolder(user.getId(), before, after, newPassword);
        }
        if (before != null) {
            accounts.wasNamed(user.getId(), nameOf(user.getId(), before));
        }
        accounts.named(user.getId(), nameOf(user.getId(), after));
        return result;
    }

    @Override
    public IdentityOperationResult deleteUser(String user) {
        IdentityOperationResult result = super.deleteUser(user);
        deleteRights((AuthorizationQueryImpl) new AuthorizationQueryImpl().userIdIn(user));
        if (hasChanged(result)) {
            accounts.deleted(user);
            log(SecurityEvent.Kind.ACCOUNT_DELETED, user, null);
        }
        return result;
    }

    @Override
    public IdentityOperationResult createMembership(String user, String group) {
        IdentityOperationResult result = super.createMembership(user, group);
        accounts.changed(user);
        log(SecurityEvent.Kind.ROLE_GIVEN, user, group);
        return result;
    }

    @Override
    public IdentityOperationResult deleteMembership(String user, String group) {
        IdentityOperationResult result = super.deleteMembership(user, group);
        if (hasChanged(result)) {
            accounts.changed(user);
            log(SecurityEvent.Kind.ROLE_TAKEN, user, group);
        }
        return result;
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        if (!PersonalDetails.isName(group.getName()) || !PersonalDetails.isName(group.getType())) {
            throw new Refusal(
                    "name",
                    "The name of a group may have letters, digits, spaces and hyphens only, and at most 100 characters.");
        }
        return super.saveGroup(group);
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        List<String> members = stored.membersOf(group);
        IdentityOperationResult result = super.deleteGroup(group);
        deleteRights((AuthorizationQueryImpl) new AuthorizationQueryImpl().groupIdIn(group));
        members.forEach(accounts::changed);
        if (hasChanged(result)) {
            log(SecurityEvent.Kind.GROUP_DELETED, null, group);
        }
        return result;
    }

    private static boolean hasChanged(IdentityOperationResult result) {
        return !IdentityOperationResult.OPERATION_NONE.equals(result.getOperation());
    }

    private static PersonalDetails details(User user) {
        return new PersonalDetails(user.getFirstName(), user.getLastName(), user.getEmail());
    }

    private static String nameOf(String user, PersonalDetails details) {
        return details.fullName().isEmpty() ? user : details.fullName();
    }

    /** A new account is the engine's to refuse. What the application does by itself is not checked. */
    private void refuseUnlessByAdministrator(String user, PersonalDetails before) {
        Authentication person = person();
        if (before != null
                && person != null
                && !Objects.requireNonNullElse(person.getGroupIds(), List.of()).contains(Role.ADMINISTRATOR.group())) {
            throw new AuthorizationException(
                    "Names and addresses are changed by administrators: ask one to change those of %s."
                            .formatted(user));
        }
    }

    private void refuseOtherThanRosters(String user, PersonalDetails before, PersonalDetails after) {
        String email = Objects.requireNonNullElse(after.email(), "");
        boolean changed = before == null || !email.equals(Objects.requireNonNullElse(before.email(), ""));
        if (changed && !email.isEmpty()) {
            stored.rosterAddressOf(user)
                    .filter(rosters -> !rosters.equalsIgnoreCase(email))
                    .ifPresent(rosters -> {
                        throw new Refusal(
                                "email",
                                "The e-mail address of a PM is the one on the roster: change it there, by the form “Change roster”.");
                    });
        }
    }

    /** Whoever changes an account need not have the right to send messages. */
    private void tellHolder(String user, PersonalDetails before, PersonalDetails after, boolean newPassword) {
        Context.getCommandContext().runWithoutAuthorization(() -> {
            String name = nameOf(user, after);
            if (newPassword) {
                notices.tell(
                        user,
                        name,
                        stored.rosterAddressOf(user).orElse(after.email()),
                        AccountNotice.Kind.PASSWORD_CHANGED);
            }
            if (!Objects.equals(before.email(), after.email())) {
                notices.tell(user, name, before.email(), AccountNotice.Kind.ADDRESS_CHANGED);
                notices.tell(user, name, after.email(), AccountNotice.Kind.ADDRESS_CHANGED);
            }
            return null;
        });
    }

    private void note(String user, PersonalDetails before, PersonalDetails after, boolean newPassword) {
        if (before == null) {
            log(SecurityEvent.Kind.ACCOUNT_MADE, user, null);
            return;
        }
        if (newPassword) {
            log(SecurityEvent.Kind.PASSWORD_CHANGED, user, null);
        }
        if (!before.fullName().equals(after.fullName())) {
            log(SecurityEvent.Kind.NAME_CHANGED, user, before.fullName() + " → " + after.fullName());
        }
        if (!Objects.equals(before.email(), after.email())) {
            log(SecurityEvent.Kind.ADDRESS_CHANGED, user, null);
        }
    }

    private void log(SecurityEvent.Kind kind, String user, String detail) {
        Authentication person = person();
        log.add(kind, user, person == null ? null : person.getUserId(), detail);
    }

    private boolean isOfSomebodyElse(String user) {
        Authentication person = person();
        return person != null && !user.equals(person.getUserId());
    }

    /** Null where the application does something by itself. */
    private static Authentication person() {
        Authentication person = Context.getCommandContext().getAuthentication();
        return person == null || person.getUserId() == null ? null : person;
    }

    private static void deleteRights(AuthorizationQueryImpl theirs) {
        CommandContext commands = Context.getCommandContext();
        commands.runWithoutAuthorization(() -> {
            List<Authorization> rights = commands.getAuthorizationManager().selectAuthorizationByQueryCriteria(theirs);
            rights.stream()
                    .filter(right ->
                            commands.getDbEntityManager().getCachedEntity(AuthorizationEntity.class, right.getId())
                                    != null)
                    .forEach(right -> commands.getDbEntityManager().delete((AuthorizationEntity) right));
            return null;
        });
    }
}
