package org.rovingpm.supportcase;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HelpRequestSettings.class)
class SupportCaseConfiguration {}
