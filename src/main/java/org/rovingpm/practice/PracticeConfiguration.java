package org.rovingpm.practice;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(PracticeSettings.class)
class PracticeConfiguration {}
