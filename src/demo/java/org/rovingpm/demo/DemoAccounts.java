package org.rovingpm.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rovingpm.access.Role;
import org.rovingpm.access.SampleAccounts;
import org.rovingpm.access.SampleAccounts.Account;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The made-up people of the demonstration. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
public class DemoAccounts {

    private static final String PASSWORD = "RovingPM-demo-1";

    /** First and last names of the practice managers of the demonstration roster; the user id is "pm." and the last name. */
    private static final List<String> PRACTICE_MANAGERS = List.of(
            "Alma Alder",
            "Bram Birch",
            "Cora Cedar",
            "Dirk Damson",
            "Edda Elder",
            "Finn Fern",
            "Gwen Gorse",
            "Hugo Hazel",
            "Iris Ivy",
            "Jory Juniper",
            "Kira Kelp",
            "Levi Larch",
            "Mina Maple",
            "Nils Nettle",
            "Olga Oak",
            "Piet Poplar",
            "Quin Quince",
            "Rosa Rowan",
            "Seth Sorrel",
            "Tess Thistle");

    /** One for each role but the roving PM, and one for each PM of the roster. */
    @Bean
    public SampleAccounts sampleAccounts() {
        List<Account> accounts = new ArrayList<>(List.of(
                new Account("coordinator", "Carla", "Coltsfoot", Role.COORDINATOR),
                new Account("manager", "Silas", "Marigold", Role.SERVICE_MANAGER),
                new Account("liaison", "Lena", "Lavender", Role.LIAISON),
                new Account("budget", "Boris", "Bluebell", Role.BUDGET_HOLDER),
                new Account("commissioner", "Clive", "Campion", Role.COMMISSIONER),
                new Account("modeller", "Petra", "Primrose", Role.PROCESS_MANAGER),
                new Account("admin", "Ada", "Anemone", Role.ADMINISTRATOR)));
        PRACTICE_MANAGERS.stream()
                .map(name -> name.split(" "))
                .forEach(name -> accounts.add(
                        new Account("pm." + name[1].toLowerCase(Locale.ROOT), name[0], name[1], Role.ROVING_PM)));
        return new SampleAccounts(PASSWORD, List.copyOf(accounts));
    }
}
