/** Questions to practices by signed link: each is answered once, by anyone with a link, without an account. */
@org.springframework.modulith.ApplicationModule(displayName = "Answers by link")
package org.rovingpm.answer;
