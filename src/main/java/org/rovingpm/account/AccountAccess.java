package org.rovingpm.account;

import static org.rovingpm.access.Audience.everyone;
import static org.rovingpm.access.Audience.signedIn;

import java.util.List;
import org.rovingpm.access.Door;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.rovingpm.access.Role;
import org.springframework.stereotype.Component;

/** Everybody with an account has the pages of their own; whoever has forgotten their password is not signed in. */
@Component
class AccountAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(
                Page.under("/account").usedBy(signedIn()).inMenu(90, "Your account"),
                Page.under("/forgotten-password").through(Door.NO_ACCOUNT).usedBy(everyone()),
                Page.under("/second-factors").usedBy(Role.ADMINISTRATOR),
                Page.at("/security-log").readBy(Role.ADMINISTRATOR).inMenu(80, "Security log"));
    }
}
