package org.rovingpm.casepage.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.MultipartConfigElement;
import org.rovingpm.casepage.web.admission.Admission;
import org.rovingpm.document.AddDocument;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only address that accepts a file. A file stays in memory until it has been scanned and is never written to disk. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    private static final String ADDRESS = "/uploads/*";
    private static final int ROOM_FOR_THE_FORM = 64 * 1024;
    private static final int MOST = AddDocument.LARGEST + ROOM_FOR_THE_FORM;

    @Bean
    ServletRegistrationBean<UploadServlet> uploadServlet(
            Admission admission, AddDocument addDocument, ObjectMapper json) {
        ServletRegistrationBean<UploadServlet> servlet =
                new ServletRegistrationBean<>(new UploadServlet(admission, addDocument, json), ADDRESS);
        servlet.setMultipartConfig(new MultipartConfigElement("", MOST, MOST, MOST));
        return servlet;
    }

    @Bean
    FilterRegistrationBean<UploadGate> uploadGate(ObjectMapper json) {
        FilterRegistrationBean<UploadGate> filter = new FilterRegistrationBean<>(new UploadGate(MOST, json));
        filter.addUrlPatterns(ADDRESS);
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 10);
        return filter;
    }
}
