/**
 * What makes the engine faster, and nothing else. Each piece here reaches into internals of Camunda 7.24, which gets no more
 * releases; each says what it relies on there, and what would break with Operaton, the nearest successor. Each can be switched
 * off by its setting, all of them by one ({@link org.rovingpm.engine.tuning.Tuning}): the application then does the same,
 * only slower. Nothing that must be right may rest on this package alone. The benchmark measures what each piece gains.
 *
 * <p>A change of engine begins with everything here switched off; each piece then comes back when its notes have been checked.
 * Operaton renames packages ({@code org.operaton.bpm}) throughout; that alone is said once, here.
 */
package org.rovingpm.engine.tuning;
