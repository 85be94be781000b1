package org.rovingpm.home.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityEvent.Kind;
import org.rovingpm.account.log.SecurityLog;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.calendar.WorkingCalendar;
import org.rovingpm.caselist.CaseFilter;
import org.rovingpm.caselist.CaseFilter.Rating;
import org.rovingpm.caselist.CaseFilter.Shown;
import org.rovingpm.caselist.CaseList;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.caselist.Sorting;
import org.rovingpm.funding.Funds;
import org.rovingpm.home.ComingWeek;
import org.rovingpm.home.Happened;
import org.rovingpm.home.LatestEvents;
import org.rovingpm.home.SchemeFigures;
import org.rovingpm.home.WaitingTasks;
import org.rovingpm.reply.Replies;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.watchlist.WatchList;
import org.rovingpm.watchlist.WatchedPractice;
import org.rovingpm.watchlist.Watcher;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of everybody: what needs them, what is coming, what has happened, each as far as it is theirs to see. */
@Controller
class HomePages {

    private static final int PRACTICES = 10;
    private static final int EVENTS = 10;
    private static final int A_PAGE = 50;
    private static final int MOST_PAGES = 20;
    private static final int OF_ACCOUNTS = 10;

    /** What an administrator should have meant, or should look into. */
    private static final Set<Kind> ABOUT_ACCOUNTS = Set.of(
            Kind.TOO_MANY_ATTEMPTS,
            Kind.ACCOUNT_MADE,
            Kind.ACCOUNT_DELETED,
            Kind.ROLE_GIVEN,
            Kind.ROLE_TAKEN,
            Kind.GROUP_DELETED,
            Kind.RIGHT_CHANGED,
            Kind.SECOND_FACTOR_REMOVED);

    private final WaitingTasks tasks;
    private final ComingWeek coming;
    private final LatestEvents events;
    private final SchemeFigures figures;
    private final CaseList cases;
    private final Funds funds;
    private final RovingPms roster;
    private final SecurityLog securityLog;
    private final PersonDirectory people;
    private final WorkingCalendar calendar;
    private final WatchList watchList;
    private final Replies replies;
    private final Clock clock;

    HomePages(
            WaitingTasks tasks,
            ComingWeek coming,
            LatestEvents events,
            SchemeFigures figures,
            CaseList cases,
            Funds funds,
            RovingPms roster,
            SecurityLog securityLog,
            PersonDirectory people,
            WorkingCalendar calendar,
            WatchList watchList,
            Replies replies,
            Clock clock) {
        this.tasks = tasks;
        this.coming = coming;
        this.events = events;
        this.figures = figures;
        this.cases = cases;
        this.funds = funds;
        this.roster = roster;
        this.securityLog = securityLog;
        this.people = people;
        this.calendar = calendar;
        this.watchList = watchList;
        this.replies = replies;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Authentication person, Model model) {
        if (person == null) {
            return "web/home";
        }
        HomeReader reader = HomeReader.of(person);
        model.addAttribute("reader", reader);
        model.addAttribute("now", clock.instant());
        if (reader.hasTasks()) {
            model.addAttribute("mine", tasks.of(reader.person(), reader.groups()));
            model.addAttribute("team", tasks.ofTeam(reader.person(), reader.groups()));
        }
        CaseReader ofCases = reader.cases();
        if (ofCases.listName().isPresent()) {
            showCases(ofCases, model);
        }
        if (reader.refers()) {
            showWatched(reader, model);
        }
        if (reader.seesFigures()) {
            model.addAttribute("atStage", figures.open(reader.person()));
            model.addAttribute("yearBegan", figures.startOfYear());
            model.addAttribute("requested", figures.requestedSince(reader.person(), figures.startOfYear()));
            model.addAttribute("closed", figures.closedSince(reader.person(), figures.startOfYear()));
        }
        if (reader.seesFunds()) {
            model.addAttribute("funds", funds.open());
        }
        if (reader.administers()) {
            showAccounts(model);
        }
        return "home/home";
    }

    private void showWatched(HomeReader reader, Model model) {
        Watcher.of(reader.person(), reader.groups()).ifPresent(watcher -> {
            List<WatchedPractice> found = watchList.toLookAt(watcher, PRACTICES + 1);
            model.addAttribute("watched", found.stream().limit(PRACTICES).toList());
            model.addAttribute("moreWatched", found.size() > PRACTICES);
            model.addAttribute("today", LocalDate.now(clock));
        });
    }

    private void showCases(CaseReader reader, Model model) {
        model.addAttribute("office", reader.office());
        model.addAttribute("week", coming.of(reader));
        model.addAttribute("since", lastWorkingDay());
        List<Happened> happened = events.of(reader, startOf(lastWorkingDay()), 0, EVENTS + 1);
        model.addAttribute("happened", happened.stream().limit(EVENTS).toList());
        model.addAttribute("moreHappened", happened.size() > EVENTS);
        model.addAttribute(
                "names",
                people.namesThen(happened.stream().map(Happened::who).distinct().toList()));
        if (reader.office()) {
            model.addAttribute("counted", counted(reader));
            model.addAttribute("repliesToRead", replies.count(reader.person()));
        } else {
            CaseFilter open = CaseFilter.of(Shown.OPEN);
            model.addAttribute("ownPage", roster.find(reader.person()).isPresent());
            model.addAttribute("practices", cases.page(reader, open, Sorting.usual(Shown.OPEN), 0, PRACTICES));
        }
    }

    private List<CountedCases> counted(CaseReader reader) {
        CaseFilter open = CaseFilter.of(Shown.OPEN);
        return List.of(
                counted(reader, "Open", "/cases", open),
                counted(reader, "Red", "/cases?rag=RED", open.withRating(Rating.RED)),
                counted(reader, "Not rated yet", "/cases?rag=UNRATED", open.withRating(Rating.UNRATED)),
                counted(reader, "Overdue", "/cases?overdue=true", open.onlyOverdue()),
                counted(reader, "On hold", "/cases?hold=true", open.onlyHeld()));
    }

    private CountedCases counted(CaseReader reader, String label, String address, CaseFilter filter) {
        int count = cases.count(reader, filter);
        return new CountedCases(label, address, Math.min(count, CaseList.MOST_LISTED), count > CaseList.MOST_LISTED);
    }

    private void showAccounts(Model model) {
        List<SecurityEvent> latest =
                securityLog.latest(ABOUT_ACCOUNTS, LocalDate.now(clock).minusDays(7), OF_ACCOUNTS);
        model.addAttribute("accounts", latest);
        model.addAttribute(
                "accountNames",
                people.namesThen(latest.stream()
                        .flatMap(event -> Stream.of(event.person(), event.by()))
                        .filter(user -> user != null)
                        .distinct()
                        .toList()));
    }

    /** What happened lately, page by page; a page that is none is the nearest that is. */
    @GetMapping("/happened")
    String happened(@RequestParam Map<String, String> sent, Authentication person, Model model) {
        String asked = sent.getOrDefault("page", "1");
        int page = asked.matches("\\d{1,4}") ? Math.min(Math.max(Integer.parseInt(asked), 1), MOST_PAGES) : 1;
        LocalDate since = lastWorkingDay();
        List<Happened> found =
                events.of(HomeReader.of(person).cases(), startOf(since), (page - 1) * A_PAGE, A_PAGE + 1);
        model.addAttribute("since", since);
        model.addAttribute("page", page);
        model.addAttribute("nextPage", found.size() > A_PAGE && page < MOST_PAGES);
        model.addAttribute("happened", found.stream().limit(A_PAGE).toList());
        model.addAttribute(
                "names",
                people.namesThen(found.stream().map(Happened::who).distinct().toList()));
        return "home/happened";
    }

    /** Yesterday; after a weekend or a bank holiday, the day on which people last worked. */
    private LocalDate lastWorkingDay() {
        LocalDate day = LocalDate.now(clock).minusDays(1);
        while (!calendar.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(SchemeTime.ZONE).toInstant();
    }
}
