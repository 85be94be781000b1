package org.rovingpm.practice;

import org.rovingpm.practice.register.RegisterApiSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties({PracticeSettings.class, RegisterApiSettings.class})
class PracticeConfiguration {}
