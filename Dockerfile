# Built from the packaged jar: mvn -B package, then docker build .
FROM eclipse-temurin:17.0.15_6-jre AS layers
WORKDIR /layers
COPY target/roving-pm-*.jar application.jar
RUN java -Djarmode=tools -jar application.jar extract --layers --destination extracted

FROM eclipse-temurin:17.0.15_6-jre
WORKDIR /application
# What changes least comes first, so that a new version of ours is a small layer
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
# No user of the base image, and none that owns these files
USER 10001:10001
EXPOSE 8080
# Asked in bash, since the base image need not have another client
HEALTHCHECK --interval=10s --timeout=5s --start-period=3m --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/localhost/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "application.jar"]
