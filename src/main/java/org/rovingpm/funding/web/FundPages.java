package org.rovingpm.funding.web;

import java.util.List;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.funding.Fund;
import org.rovingpm.funding.Funds;
import org.rovingpm.funding.LedgerEntries;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.supportcase.Office;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What each fund has, and the entries of its ledger. */
@Controller
class FundPages {

    private static final int A_PAGE = 25;
    private static final int LAST_PAGE = 400;

    private final Funds funds;
    private final LedgerEntries entries;
    private final PersonDirectory people;
    private final HiddenCases hiddenCases;

    FundPages(Funds funds, LedgerEntries entries, PersonDirectory people, HiddenCases hiddenCases) {
        this.funds = funds;
        this.entries = entries;
        this.people = people;
        this.hiddenCases = hiddenCases;
    }

    @GetMapping("/funds")
    String all(@RequestParam(defaultValue = "1") String page, Model model) {
        int shown = pageOf(page);
        List<Fund> found = funds.all((shown - 1) * A_PAGE, A_PAGE + 1);
        model.addAttribute("today", hiddenCases.today());
        model.addAttribute("rows", found.stream().limit(A_PAGE).toList());
        model.addAttribute("page", shown);
        model.addAttribute("more", found.size() > A_PAGE && shown < LAST_PAGE);
        return "funding/funds";
    }

    @GetMapping("/funds/{code}")
    String one(
            @PathVariable String code,
            @RequestParam(defaultValue = "1") String page,
            Authentication person,
            Model model) {
        Fund fund = funds.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean office = Office.includes(person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList());
        int shown = pageOf(page);
        List<LedgerEntries.Entry> found = entries.of(code, person.getName(), office, (shown - 1) * A_PAGE, A_PAGE + 1);
        model.addAttribute("fund", fund);
        model.addAttribute("today", hiddenCases.today());
        model.addAttribute("office", office);
        model.addAttribute("rows", found.stream().limit(A_PAGE).toList());
        model.addAttribute("page", shown);
        model.addAttribute("more", found.size() > A_PAGE && shown < LAST_PAGE);
        model.addAttribute(
                "names",
                people.namesThen(found.stream()
                        .map(LedgerEntries.Entry::by)
                        .filter(by -> by != null)
                        .distinct()
                        .toList()));
        return "funding/fund";
    }

    private static int pageOf(String number) {
        return number.matches("[0-9]{1,6}") ? Math.min(Math.max(Integer.parseInt(number), 1), LAST_PAGE) : 1;
    }
}
