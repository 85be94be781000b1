package org.rovingpm.caselist.web;

import java.util.List;
import org.rovingpm.caselist.Referrals;
import org.rovingpm.caselist.Referrals.Referral;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of a liaison officer's referrals. */
@Controller
class ReferralPages {

    private static final int A_PAGE = 25;
    private static final int LAST_PAGE = 400;

    private final Referrals referrals;

    ReferralPages(Referrals referrals) {
        this.referrals = referrals;
    }

    @GetMapping("/referrals")
    String list(@RequestParam(defaultValue = "1") int page, Authentication officer, Model model) {
        int shown = Math.min(Math.max(page, 1), LAST_PAGE);
        List<Referral> found = referrals.of(officer.getName(), (shown - 1) * A_PAGE, A_PAGE + 1);
        model.addAttribute("rows", found.stream().limit(A_PAGE).toList());
        model.addAttribute("page", shown);
        model.addAttribute("more", found.size() > A_PAGE && shown < LAST_PAGE);
        return "caselist/referrals";
    }
}
