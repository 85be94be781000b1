/** The pages of stuck cases, and what Cockpit and programs ask of them. */
package org.rovingpm.stuck.web;
