package org.rovingpm.practicepage;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PracticePageSettings.class)
class PracticePageConfiguration {}
