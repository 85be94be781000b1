package org.rovingpm.schemestart.web;

import jakarta.servlet.MultipartConfigElement;
import org.rovingpm.schemestart.ImportedFiles;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The address that accepts a spreadsheet. Like a document, it stays in memory and is never written to disk. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    private static final String ADDRESS = "/scheme-start/import/file";
    private static final int MOST = 1024 * 1024;

    @Bean
    ServletRegistrationBean<ImportServlet> importServlet(ImportedFiles files) {
        ServletRegistrationBean<ImportServlet> servlet =
                new ServletRegistrationBean<>(new ImportServlet(files), ADDRESS);
        servlet.setMultipartConfig(new MultipartConfigElement("", MOST, MOST, MOST));
        return servlet;
    }
}
