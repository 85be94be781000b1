package org.rovingpm.account.log;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param kept how long what concerns the security of accounts is remembered */
@ConfigurationProperties("rovingpm.security-log")
record SecurityLogSettings(@DefaultValue("1y") Period kept) {}
