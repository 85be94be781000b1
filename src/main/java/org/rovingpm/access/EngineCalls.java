package org.rovingpm.access;

import org.springframework.web.filter.OncePerRequestFilter;

/** Stands around every call of the engine's REST API and says whose it is. */
public abstract class EngineCalls extends OncePerRequestFilter {}
