//! What prompts say: calls to action in sixteen languages.
//!
//! Two tables. A phrase of [`ASKS`] addresses the reader and is said by prompts
//! alone ("sign up for our newsletter"); one of [`TOPICS`] names what prompts are about
//! ("newsletter") and needs other evidence. Both are in the form that
//! [`text`](super::text) gives the page's words: lower case, no punctuation.

use super::texts::{Texts, texts};
use super::wording::Ask;
use super::wording::Ask::{App, Buy, Comment, Consent, Disclose, Donate, Follow, Login, Newsletter, Notify, Paywall};

/// Phrases of one language on one thing.
pub(super) struct Phrases {
    /// BCP 47 language.
    /// docs/CLUTTER.md is written from it, by a test; what ships does without.
    #[cfg(test)]
    pub(super) language: &'static str,
    /// What is asked.
    pub(super) ask: Ask,
    /// How.
    pub(super) texts: Texts,
}

#[cfg_attr(not(test), expect(unused_variables, reason = "which language is for the handbook"))]
const fn say(language: &'static str, ask: Ask, texts: Texts) -> Phrases {
    Phrases {
        #[cfg(test)]
        language,
        ask,
        texts,
    }
}

/// Said by prompts alone.
#[rustfmt::skip]
pub(super) static ASKS: &[Phrases] = &[
    say("en", Newsletter, texts![
        "sign up for our newsletter", "sign up to our newsletter", "sign up for the newsletter", "sign up to the newsletter", "subscribe to our newsletter", "subscribe to the newsletter",
        "subscribe to our email", "subscribe to our mailing list", "join our newsletter", "join our mailing list", "join our email list", "join the newsletter", "get our newsletter", "get the newsletter",
        "sign up for our free", "sign up for free newsletters", "sign up for our daily", "sign up for our weekly", "get our daily newsletter", "get our weekly newsletter", "delivered to your inbox", "straight to your inbox",
        "delivered straight to your", "directly to your inbox", "right in your inbox", "in your inbox every", "sent to your inbox", "get the latest news in your inbox", "subscribe to our blog", "subscribe for free to receive",
        "newsletter sign up", "newsletter signup", "sign up for email updates", "sign up for updates", "get email updates", "subscribe for updates", "subscribe to get", "enter your email address to subscribe",
        "please enter a valid email", "you can unsubscribe at any time", "unsubscribe at any time", "we won't spam", "we respect your privacy unsubscribe", "no spam unsubscribe", "thanks for subscribing", "thank you for subscribing",
        "by signing up you agree", "by subscribing you agree", "i would like to be emailed about offers", "sign up to receive", "type your email", "check your inbox to confirm", "subscribe via email", "never miss a story", "get weekly updates", "get daily updates", "never miss an update",
    ]),
    say("de", Newsletter, texts![
        "melden sie sich für unseren newsletter", "melde dich für unseren newsletter", "abonnieren sie unseren newsletter", "abonniere unseren newsletter", "newsletter abonnieren", "newsletter anmeldung",
        "jetzt newsletter bestellen", "zum newsletter anmelden", "direkt in ihr postfach", "direkt in dein postfach", "in ihrem e mail postfach", "jederzeit wieder abbestellen", "jederzeit abmelden", "jederzeit abbestellbar", "hier zum newsletter",
    ]),
    say("fr", Newsletter, texts![
        "abonnez vous à notre newsletter", "inscrivez vous à notre newsletter", "inscrivez vous à la newsletter", "recevez notre newsletter", "abonnez vous à notre infolettre", "recevez gratuitement",
        "dans votre boîte mail", "dans votre boite mail", "directement dans votre boîte", "vous désinscrire à tout moment", "vous désabonner à tout moment", "inscription à la newsletter", "s'inscrire à la newsletter",
    ]),
    say("es", Newsletter, texts![
        "suscríbete a nuestra newsletter", "suscríbete a nuestro boletín", "suscríbase a nuestro boletín", "apúntate a nuestra newsletter", "recibe nuestra newsletter", "recibe nuestro boletín",
        "recibe en tu correo", "en tu bandeja de entrada", "en tu correo electrónico cada", "suscríbete al boletín", "suscríbete a la newsletter", "darte de baja en cualquier momento",
    ]),
    say("it", Newsletter, texts![
        "iscriviti alla newsletter", "iscriviti alla nostra newsletter", "iscrivetevi alla newsletter", "ricevi la newsletter", "ricevi la nostra newsletter", "direttamente nella tua casella", "nella tua casella di posta",
        "iscrizione alla newsletter", "annullare l'iscrizione in qualsiasi momento",
    ]),
    say("pt", Newsletter, texts![
        "assine nossa newsletter", "assine a nossa newsletter", "subscreva a nossa newsletter", "inscreva se na nossa newsletter", "receba nossa newsletter", "receba a nossa newsletter", "cadastre se na newsletter",
        "no seu e mail", "na sua caixa de entrada", "cancelar a inscrição a qualquer momento", "assine o boletim",
    ]),
    say("nl", Newsletter, texts![
        "schrijf je in voor onze nieuwsbrief", "schrijf u in voor onze nieuwsbrief", "meld je aan voor onze nieuwsbrief", "meld je aan voor de nieuwsbrief", "abonneer je op onze nieuwsbrief", "ontvang onze nieuwsbrief",
        "ontvang de nieuwsbrief", "in je inbox", "in jouw inbox", "inschrijven voor de nieuwsbrief", "op elk moment uitschrijven",
    ]),
    say("pl", Newsletter, texts![
        "zapisz się do newslettera", "zapisz się na newsletter", "zapisz się do naszego newslettera", "subskrybuj newsletter", "zaprenumeruj newsletter", "na swoją skrzynkę", "na twoją skrzynkę", "wypisać się w każdej chwili",
    ]),
    say("sv", Newsletter, texts![
        "prenumerera på vårt nyhetsbrev", "prenumerera på nyhetsbrevet", "anmäl dig till vårt nyhetsbrev", "få vårt nyhetsbrev", "direkt i din inkorg", "direkt till din inkorg", "avsluta prenumerationen när som helst",
    ]),
    say("tr", Newsletter, texts![
        "bültenimize abone ol", "bültenimize kaydol", "e bültenimize", "bültene abone ol", "e bülten aboneliği", "haber bültenimize", "gelen kutunuza", "e posta kutunuza",
    ]),
    say("ru", Newsletter, texts![
        "подпишитесь на нашу рассылку", "подпишитесь на рассылку", "подписаться на рассылку", "подписывайтесь на рассылку", "получайте нашу рассылку", "на вашу почту", "отписаться в любой момент", "подписка на рассылку",
    ]),
    say("ar", Newsletter, texts!["اشترك في نشرتنا", "اشترك في النشرة", "اشتركوا في النشرة", "سجل في نشرتنا", "النشرة البريدية", "إلى بريدك الإلكتروني", "الاشتراك في النشرة"]),
    say("zh", Newsletter, texts!["订阅我们的", "訂閱我們的", "订阅电子报", "訂閱電子報", "订阅时事通讯", "订阅新闻通讯", "訂閱新聞通訊", "发送到您的邮箱", "寄到您的信箱"]),
    say("ja", Newsletter, texts!["ニュースレターに登録", "ニュースレターを購読", "メルマガに登録", "メルマガ登録", "メールマガジンに登録", "メールマガジン登録", "ニュースレター登録"]),
    say("ko", Newsletter, texts!["뉴스레터를 구독", "뉴스레터 구독", "뉴스레터 신청", "뉴스레터를 받아", "이메일로 받아보세요"]),
    say("hi", Newsletter, texts!["न्यूज़लेटर के लिए साइन अप", "न्यूज़लेटर सब्सक्राइब", "न्यूजलेटर सब्सक्राइब", "हमारे न्यूज़लेटर", "हमारे न्यूजलेटर"]),

    say("en", Paywall, texts![
        "subscribe to continue reading", "subscribe to keep reading", "subscribe to read", "to continue reading subscribe", "to continue reading this", "to read the full story", "to read the full article subscribe", "subscribe for full access", "already a subscriber", "already subscribed",
        "unlock this article", "unlock the full article", "this article is for subscribers", "this content is for subscribers", "this post is for paid subscribers", "this post is for paying subscribers", "exclusive to subscribers", "this article is exclusive to", "this story is exclusive to", "subscribers only", "for subscribers only",
        "free articles remaining", "free articles left", "free articles this month", "free article remaining", "you've reached your limit", "you have reached your limit", "your last free article", "start your free trial to read", "become a subscriber", "subscribe now from", "become a member to read", "answer a question to continue", "answer this question to continue", "answer a survey question to", "take this survey to continue", "complete a survey to continue",
        "member only story", "keep reading with a", "continue reading with a", "upgrade to paid", "want to read more subscribe", "support quality journalism subscribe", "view subscription options", "see subscription options", "cancel anytime",
    ]),
    say("de", Paywall, texts![
        "jetzt weiterlesen", "um weiterzulesen", "sie möchten weiterlesen", "weiterlesen mit", "dieser artikel ist nur für abonnenten", "nur für abonnenten", "exklusiv für abonnenten", "bereits abonnent", "sie sind bereits abonnent",
        "jetzt abonnieren", "monatlich kündbar", "jederzeit kündbar", "jetzt abo abschließen", "probeabo", "diesen artikel freischalten", "zugang zu allen artikeln", "kostenlose artikel übrig", "freie artikel übrig", "kostenlose artikel in diesem monat",
    ]),
    say("fr", Paywall, texts![
        "article réservé aux abonnés", "répondez à une question pour continuer", "réservé aux abonnés", "réservée aux abonnés", "pour lire la suite abonnez vous", "abonnez vous pour lire", "abonnez vous pour continuer", "déjà abonné", "de cet article à lire", "articles offerts", "article offert", "articles gratuits à lire", "article gratuit à lire", "articles gratuits ce mois", "sans engagement", "profitez de l'accès illimité", "accès illimité à", "la suite est réservée",
    ]),
    say("es", Paywall, texts![
        "suscríbete para seguir leyendo", "suscríbete para leer", "para seguir leyendo", "contenido exclusivo para suscriptores", "solo para suscriptores", "exclusivo para suscriptores", "ya eres suscriptor", "ya soy suscriptor", "acceso ilimitado a todos", "acceso ilimitado a todo", "acceso ilimitado a nuestro", "acceso ilimitado a la web", "acceso ilimitado por", "disfruta de acceso ilimitado", "con acceso ilimitado", "sin permanencia", "suscríbete ahora", "hazte socio", "hazte suscriptor", "artículos gratis este mes", "artículos gratuitos este mes", "tu último artículo gratis", "responde a una pregunta para seguir",
    ]),
    say("it", Paywall, texts!["abbonati per continuare", "abbonati per leggere", "per continuare a leggere", "riservato agli abbonati", "contenuto riservato agli abbonati", "sei già abbonato", "accesso illimitato a tutti", "accesso illimitato al sito", "accesso illimitato ai contenuti", "accesso illimitato agli articoli", "abbonati ora", "disdici quando vuoi", "articoli gratuiti rimasti", "articoli gratis questo mese", "articoli gratuiti questo mese", "rispondi a una domanda per continuare"]),
    say("pt", Paywall, texts!["assine para continuar lendo", "assine para ler", "para continuar lendo", "para continuar a ler", "exclusivo para assinantes", "conteúdo exclusivo para assinantes", "já é assinante", "já sou assinante", "acesso ilimitado a todo", "acesso ilimitado ao conteúdo", "acesso ilimitado aos conteúdos", "acesso ilimitado ao site", "tenha acesso ilimitado", "cancele quando quiser", "assine já", "assine agora", "artigos gratuitos este mês", "artigos grátis este mês", "matérias gratuitas este mês", "responda a uma pergunta para continuar"]),
    say("nl", Paywall, texts!["lees verder met een abonnement", "om verder te lezen", "verder lezen", "exclusief voor abonnees", "alleen voor abonnees", "al abonnee", "ben je al abonnee", "onbeperkt toegang", "onbeperkt lezen", "maandelijks opzegbaar", "neem een abonnement", "gratis artikelen over", "gratis artikelen deze maand", "beantwoord een vraag om"]),
    say("pl", Paywall, texts!["aby czytać dalej", "czytaj dalej z", "dostęp do tego artykułu", "tylko dla prenumeratorów", "tylko dla subskrybentów", "masz już prenumeratę", "kup prenumeratę", "wykup dostęp", "pełny dostęp", "uzyskaj dostęp", "darmowych artykułów w tym miesiącu", "bezpłatnych artykułów w tym miesiącu", "odpowiedz na pytanie aby czytać"]),
    say("sv", Paywall, texts!["för att läsa vidare", "bli prenumerant", "endast för prenumeranter", "för dig som är prenumerant", "redan prenumerant", "är du redan prenumerant", "läs hela artikeln", "avsluta när du vill", "lås upp artikeln", "gratis artiklar kvar", "fria artiklar kvar", "svara på en fråga för att läsa"]),
    say("tr", Paywall, texts!["okumaya devam etmek için", "abone olarak", "sadece aboneler", "yalnızca abonelere", "zaten abone misiniz", "sınırsız erişim", "hemen abone ol", "ücretsiz haber hakkınız", "ücretsiz makale hakkınız", "okumak için soruyu yanıtlayın"]),
    say("ru", Paywall, texts!["чтобы читать дальше", "чтобы продолжить чтение", "только для подписчиков", "доступно только подписчикам", "оформите подписку", "оформить подписку", "уже подписаны", "полный доступ", "бесплатных статей в этом месяце", "осталось бесплатных статей", "ответьте на вопрос чтобы"]),
    say("ar", Paywall, texts!["لمواصلة القراءة", "لمتابعة القراءة", "للمشتركين فقط", "هذا المحتوى للمشتركين", "هل أنت مشترك", "اشترك الآن", "مقالات مجانية هذا الشهر", "أجب عن سؤال لمتابعة"]),
    say("zh", Paywall, texts!["订阅后继续阅读", "訂閱後繼續閱讀", "继续阅读请", "會員專屬", "会员专享", "本文仅限订阅", "僅限訂閱", "已经是订阅", "已是訂戶", "立即订阅", "立即訂閱", "剩余免费文章", "本月免费文章", "本月免費文章", "回答问题以继续", "回答問題以繼續"]),
    say("ja", Paywall, texts!["この記事は有料会員限定", "有料会員限定", "会員限定記事", "続きを読むには", "残り文字", "今すぐ登録して続きを", "すでに会員の方", "購読を申し込む", "今月の無料記事", "無料記事の残り", "アンケートに答えて続き"]),
    say("ko", Paywall, texts!["계속 읽으려면", "구독자 전용", "유료 회원 전용", "이미 구독 중", "구독하고 계속", "이번 달 무료 기사", "설문에 답하고 계속"]),
    say("hi", Paywall, texts!["पढ़ना जारी रखने के लिए", "आगे पढ़ने के लिए", "केवल सब्सक्राइबर", "सब्सक्राइबर के लिए", "मुफ़्त लेख बचे", "मुफ्त लेख बचे"]),

    say("en", Login, texts![
        "thank you for registering", "please refresh the page", "refresh your browser to be logged in", "log in to continue", "sign in to continue", "create a free account", "create an account to", "create your free account",
        "already have an account", "don't have an account", "register for free to", "register to continue", "register to keep reading", "sign up to read", "sign in to your account", "log in to your account", "log in to reply", "sign in to comment", "log in to comment",
        "you must be logged in", "you need to be logged in", "please log in", "please sign in", "please login", "forgot your password", "only takes a minute to sign up", "forgot password", "reset your password", "we've sent you an email", "confirm your email address",
    ]),
    say("de", Login, texts!["sie haben noch kein konto", "noch kein konto", "bereits registriert", "jetzt kostenlos registrieren", "kostenlos registrieren", "melden sie sich an um", "bitte melden sie sich an", "bitte loggen sie sich ein", "passwort vergessen", "vielen dank für ihre registrierung"]),
    say("fr", Login, texts!["vous avez déjà un compte", "déjà un compte", "créez un compte", "créer un compte", "connectez vous pour", "veuillez vous connecter", "mot de passe oublié", "merci pour votre inscription"]),
    say("es", Login, texts!["ya tienes una cuenta", "crea una cuenta", "regístrate gratis", "regístrate para", "inicia sesión para", "has olvidado tu contraseña", "olvidaste tu contraseña", "gracias por registrarte"]),
    say("it", Login, texts!["hai già un account", "crea un account", "registrati gratis", "registrati per", "accedi per", "password dimenticata", "hai dimenticato la password", "grazie per esserti registrato"]),
    say("pt", Login, texts!["já tem uma conta", "crie uma conta", "crie sua conta", "cadastre se gratuitamente", "faça login para", "esqueceu a senha", "esqueci minha senha", "obrigado por se registrar"]),
    say("nl", Login, texts!["heb je al een account", "maak een account aan", "maak een gratis account", "registreer gratis", "log in om", "wachtwoord vergeten", "bedankt voor je registratie"]),
    say("pl", Login, texts!["masz już konto", "nie masz konta", "załóż konto", "zarejestruj się za darmo", "zaloguj się aby", "zapomniałeś hasła", "dziękujemy za rejestrację"]),
    say("sv", Login, texts!["har du redan ett konto", "skapa ett konto", "skapa konto", "logga in för att", "glömt lösenordet", "glömt lösenord", "tack för din registrering"]),
    say("tr", Login, texts!["zaten hesabınız var mı", "hesap oluştur", "ücretsiz üye ol", "giriş yapmanız gerekiyor", "giriş yapmalısınız", "şifremi unuttum", "kaydolduğunuz için teşekkür"]),
    say("ru", Login, texts!["уже есть аккаунт", "нет аккаунта", "создать аккаунт", "зарегистрируйтесь чтобы", "войдите чтобы", "забыли пароль", "спасибо за регистрацию"]),
    say("ar", Login, texts!["لديك حساب بالفعل", "ليس لديك حساب", "أنشئ حساب", "إنشاء حساب", "سجل الدخول", "يجب تسجيل الدخول", "نسيت كلمة المرور", "شكرا لتسجيلك"]),
    say("zh", Login, texts!["已有账号", "已有帳號", "没有账号", "免费注册", "免費註冊", "登录后", "登入後", "忘记密码", "忘記密碼", "感谢您的注册"]),
    say("ja", Login, texts!["会員登録 無料", "アカウントをお持ちの方", "アカウントをお持ちでない", "無料会員登録", "会員登録はこちら", "ログインしてください", "パスワードを忘れた", "ご登録ありがとうございます"]),
    say("ko", Login, texts!["이미 계정이 있", "계정이 없으", "무료 회원가입", "로그인해 주세요", "로그인 후 이용", "비밀번호를 잊", "가입해 주셔서 감사합니다", "등록해 주셔서 감사합니다"]),
    say("hi", Login, texts!["पहले से खाता है", "खाता बनाएं", "लॉग इन करें", "पासवर्ड भूल गए", "पंजीकरण के लिए धन्यवाद"]),

    say("en", Donate, texts![
        "your support helps us", "your support makes all the difference", "your donation", "your contribution helps", "support our journalism", "support independent journalism", "support our work", "support us from as little as", "support the guardian",
        "make a donation", "make a contribution today", "donate today", "donate now", "please consider donating", "please consider making a donation", "please consider supporting", "please donate", "consider making a tax deductible", "make a tax deductible",
        "help us continue", "help keep our journalism", "keep our journalism free", "we choose not to lock", "with paywalls we believe", "paid for by those who can afford it", "reader supported", "readers like you", "we rely on readers", "we need your support", "we need your help", "become a supporter", "become a patron", "buy me a coffee", "support us on patreon", "chip in today", "chip in now", "chip in what you can", "chip in a few", "please chip in", "can you chip in", "chip in to help", "chip in to support", "chip in with a",
        "we need reporters on the ground", "quality journalism should be available to everyone", "we know how important it is to parse out the facts",
    ]),
    say("de", Donate, texts!["jetzt spenden", "unterstützen sie unsere arbeit", "unterstützen sie uns", "unterstütze uns", "unterstütze unsere arbeit", "mit ihrer spende", "mit deiner spende", "ihre spende", "deine spende", "unterstützen sie unabhängigen journalismus", "wir brauchen ihre unterstützung"]),
    say("fr", Donate, texts!["faites un don", "faire un don", "soutenez nous", "soutenez notre travail", "soutenez une presse", "soutenez un journalisme", "votre don", "votre soutien", "grâce à vos dons"]),
    say("es", Donate, texts!["haz una donación", "haga una donación", "dona ahora", "apóyanos", "apoya nuestro periodismo", "apoya el periodismo", "tu donación", "tu apoyo", "necesitamos tu ayuda"]),
    say("it", Donate, texts!["fai una donazione", "dona ora", "sostienici", "sostieni il nostro", "sostieni il giornalismo", "la tua donazione", "il tuo sostegno", "abbiamo bisogno del tuo"]),
    say("pt", Donate, texts!["faça uma doação", "doe agora", "apoie nos", "apoie o jornalismo", "apoie o nosso", "sua doação", "seu apoio", "precisamos do seu"]),
    say("nl", Donate, texts!["doneer nu", "doe een donatie", "steun ons", "steun onze journalistiek", "jouw donatie", "jouw steun", "we hebben je steun nodig"]),
    say("pl", Donate, texts!["wesprzyj nas", "wesprzyj nasze", "przekaż darowiznę", "wpłać", "twoje wsparcie", "dzięki twojemu wsparciu"]),
    say("sv", Donate, texts!["ge en gåva", "stöd oss", "stöd vår journalistik", "ditt stöd", "din gåva", "bidra nu"]),
    say("tr", Donate, texts!["bağış yap", "bize destek ol", "desteğiniz", "bağışınız", "gazeteciliği destekle"]),
    say("ru", Donate, texts!["поддержите нас", "поддержать нас", "сделайте пожертвование", "ваше пожертвование", "ваша поддержка", "поддержите независимую", "пожертвовать"]),
    say("ar", Donate, texts!["تبرع الآن", "ادعمنا", "ادعم صحافتنا", "دعمكم", "تبرعك"]),
    say("zh", Donate, texts!["立即捐款", "立即捐赠", "支持我们", "支持我們", "您的支持", "您的捐款", "赞助我们", "贊助我們"]),
    say("ja", Donate, texts!["寄付をお願い", "寄付する", "ご支援", "支援をお願い", "サポートをお願い"]),
    say("ko", Donate, texts!["후원하기", "후원해 주세요", "기부하기", "여러분의 후원"]),
    say("hi", Donate, texts!["दान करें", "हमारा समर्थन करें", "हमें सपोर्ट करें", "आपका सहयोग", "आर्थिक मदद"]),

    say("en", Notify, texts![
        "stay up to date with notifications", "notifications can be managed in browser preferences", "turn on notifications", "enable notifications", "allow notifications", "subscribe to notifications", "get breaking news alerts", "would you like to receive notifications",
        "send you notifications", "push notifications from",
    ]),
    say("de", Notify, texts!["benachrichtigungen aktivieren", "benachrichtigungen erlauben", "push nachrichten", "push benachrichtigungen", "möchten sie benachrichtigungen"]),
    say("fr", Notify, texts!["activer les notifications", "activez les notifications", "recevoir des notifications", "recevez des notifications"]),
    say("es", Notify, texts!["activar notificaciones", "activa las notificaciones", "recibir notificaciones", "recibe notificaciones"]),
    say("it", Notify, texts!["attiva le notifiche", "ricevi le notifiche", "ricevere notifiche"]),
    say("pt", Notify, texts!["ativar notificações", "ative as notificações", "receber notificações", "receba notificações"]),
    say("nl", Notify, texts!["meldingen inschakelen", "pushmeldingen", "meldingen ontvangen", "zet meldingen aan"]),
    say("pl", Notify, texts!["włącz powiadomienia", "otrzymuj powiadomienia", "powiadomienia push"]),
    say("sv", Notify, texts!["slå på notiser", "aktivera notiser", "få notiser", "pushnotiser"]),
    say("tr", Notify, texts!["bildirimleri aç", "bildirimlere izin ver", "bildirim al"]),
    say("ru", Notify, texts!["включить уведомления", "включите уведомления", "получать уведомления", "разрешить уведомления"]),
    say("ar", Notify, texts!["تفعيل الإشعارات", "فعل الإشعارات", "تلقي الإشعارات"]),
    say("zh", Notify, texts!["开启通知", "開啟通知", "接收通知", "推送通知"]),
    say("ja", Notify, texts!["通知を受け取る", "プッシュ通知", "通知をオン"]),
    say("ko", Notify, texts!["알림 받기", "알림을 받", "알림 설정", "푸시 알림"]),
    say("hi", Notify, texts!["नोटिफिकेशन चालू", "सूचनाएं प्राप्त", "नोटिफिकेशन पाएं"]),

    say("en", Consent, texts![
        "we use cookies", "this website uses cookies", "this site uses cookies", "this website utilizes", "uses cookies to remember", "accept cookies", "uses cookies to measure", "our website uses cookies", "our site uses cookies", "we and our partners store", "we and our partners use", "we value your privacy", "we care about your privacy", "accept all cookies", "reject all cookies", "manage cookies", "cookie preferences",
        "by continuing to use this website", "by continuing to browse", "by clicking accept", "you agree to our use of cookies", "you consent to our use of cookies", "to the use of cookies", "uses cookies to ensure", "uses cookies to improve", "your cookie settings", "manage your cookie", "manage consent",
    ]),
    say("de", Consent, texts!["wir verwenden cookies", "wir nutzen cookies", "diese website verwendet cookies", "diese webseite verwendet cookies", "diese website nutzt cookies", "diese seite verwendet cookies", "alle cookies akzeptieren", "cookie einstellungen", "ihre privatsphäre ist uns wichtig", "mit werbung weiterlesen", "weiter mit werbung", "werbefrei lesen", "mit werbung und tracking", "wir und unsere partner", "wenn sie auf akzeptieren klicken"]),
    say("fr", Consent, texts!["nous utilisons des cookies", "ce site utilise des cookies", "accepter tous les cookies", "accepter les cookies", "paramétrer les cookies", "gérer les cookies", "nous et nos partenaires", "continuer sans accepter", "l'utilisation de cookies", "respectons votre vie privée"]),
    say("es", Consent, texts!["utilizamos cookies", "usamos cookies", "este sitio utiliza cookies", "este sitio web utiliza cookies", "esta web utiliza cookies", "aceptar todas las cookies", "aceptar cookies", "configurar cookies", "nosotros y nuestros socios", "el uso de cookies"]),
    say("it", Consent, texts!["utilizziamo i cookie", "utilizziamo cookie", "questo sito utilizza cookie", "questo sito utilizza i cookie", "questo sito web utilizza", "accetta tutti i cookie", "accetta i cookie", "noi e i nostri partner", "l'uso dei cookie", "l'utilizzo dei cookie"]),
    say("pt", Consent, texts!["utilizamos cookies", "usamos cookies", "este site utiliza cookies", "este site usa cookies", "aceitar todos os cookies", "aceitar cookies", "nós e os nossos parceiros", "o uso de cookies"]),
    say("nl", Consent, texts!["wij gebruiken cookies", "we gebruiken cookies", "deze website gebruikt cookies", "deze site gebruikt cookies", "maakt gebruik van cookies", "alle cookies accepteren", "cookies accepteren", "cookie instellingen"]),
    say("pl", Consent, texts!["używamy plików cookie", "używamy ciasteczek", "ta strona używa plików cookie", "ta strona korzysta z", "strona używa cookies", "akceptuj wszystkie", "korzystamy z plików cookies", "szanujemy twoją prywatność"]),
    say("sv", Consent, texts!["vi använder cookies", "vi använder kakor", "den här webbplatsen använder cookies", "denna webbplats använder cookies", "acceptera alla cookies", "godkänn alla cookies", "cookieinställningar"]),
    say("tr", Consent, texts!["çerezleri kullanıyoruz", "çerez kullanıyoruz", "çerezler kullanılmaktadır", "bu site çerez", "tüm çerezleri kabul", "çerez politikası"]),
    say("ru", Consent, texts!["мы используем файлы cookie", "мы используем cookie", "этот сайт использует cookie", "сайт использует файлы cookie", "принять все cookie", "файлов cookie"]),
    say("ar", Consent, texts!["نستخدم ملفات تعريف الارتباط", "يستخدم هذا الموقع ملفات", "ملفات تعريف الارتباط", "قبول الكل"]),
    say("zh", Consent, texts!["我们使用cookie", "我们使用 cookie", "我們使用 cookie", "本网站使用cookie", "本网站使用 cookie", "本網站使用 cookie", "接受所有cookie", "接受所有 cookie"]),
    say("ja", Consent, texts!["当サイトではcookie", "当サイトでは cookie", "このサイトはcookie", "クッキーを使用", "cookieを使用", "cookie を使用", "すべてのcookie"]),
    say("ko", Consent, texts!["쿠키를 사용", "모든 쿠키"]),
    say("hi", Consent, texts!["कुकीज़ का उपयोग", "कुकीज का उपयोग", "कुकीज़ का इस्तेमाल"]),

    say("en", App, texts!["download the app", "download our app", "get the app", "get our app", "open in app", "open in the app", "continue in the app", "view in app", "available on the app store", "download on the app store", "get it on google play", "listen in the app"]),
    say("de", App, texts!["app herunterladen", "jetzt app herunterladen", "laden sie unsere app", "hol dir die app", "in der app öffnen"]),
    say("fr", App, texts!["téléchargez l'application", "télécharger l'application", "télécharger l'appli", "ouvrir dans l'application"]),
    say("es", App, texts!["descarga la app", "descarga nuestra app", "descargar la app", "abrir en la app"]),
    say("it", App, texts!["scarica l'app", "scarica la nostra app", "apri nell'app"]),
    say("pt", App, texts!["baixe o app", "baixe o aplicativo", "descarregue a app", "abrir no app"]),
    say("nl", App, texts!["download de app", "download onze app", "open in de app"]),
    say("pl", App, texts!["pobierz aplikację", "pobierz naszą aplikację", "otwórz w aplikacji"]),
    say("sv", App, texts!["ladda ner appen", "ladda ned appen", "öppna i appen"]),
    say("tr", App, texts!["uygulamayı indir", "uygulamamızı indir", "uygulamada aç"]),
    say("ru", App, texts!["скачайте приложение", "скачать приложение", "открыть в приложении"]),
    say("ar", App, texts!["حمل التطبيق", "تحميل التطبيق", "افتح في التطبيق"]),
    say("zh", App, texts!["下载应用", "下载app", "下載app", "下载客户端", "打开app", "在app中打开"]),
    say("ja", App, texts!["アプリをダウンロード", "アプリで開く", "アプリで読む"]),
    say("ko", App, texts!["앱 다운로드", "앱에서 열기", "앱으로 보기"]),
    say("hi", App, texts!["ऐप डाउनलोड", "ऐप में खोलें", "एप डाउनलोड"]),

    say("en", Comment, texts![
        "join our commenting forum", "join thought provoking conversations", "join the conversation", "leave a comment", "leave a reply", "post a comment", "write a comment", "add a comment", "be the first to comment", "no comments yet", "comments are closed", "view comments", "show comments", "read comments",
        "your email address will not be published", "save my name email and website", "notify me of follow up comments", "you must be logged in to post a comment", "want to join the conversation", "share your thoughts in the comments", "tell us in the comments", "let us know in the comments", "cancel reply",
    ]),
    say("de", Comment, texts!["schreiben sie einen kommentar", "kommentar schreiben", "kommentar verfassen", "diskutieren sie mit", "jetzt kommentieren", "schreibe einen kommentar", "ihre e mail adresse wird nicht veröffentlicht", "deine e mail adresse wird nicht veröffentlicht", "kommentare anzeigen"]),
    say("fr", Comment, texts!["laisser un commentaire", "laissez un commentaire", "ajouter un commentaire", "poster un commentaire", "votre adresse e mail ne sera pas publiée", "réagissez à cet article", "soyez le premier à commenter"]),
    say("es", Comment, texts!["deja un comentario", "deja una respuesta", "dejar un comentario", "escribe un comentario", "añadir un comentario", "tu dirección de correo electrónico no será publicada", "únete a la conversación"]),
    say("it", Comment, texts!["lascia un commento", "scrivi un commento", "aggiungi un commento", "il tuo indirizzo email non sarà pubblicato", "partecipa alla discussione"]),
    say("pt", Comment, texts!["deixe um comentário", "deixe uma resposta", "escreva um comentário", "o seu endereço de e mail não será publicado", "o seu endereço de email não será publicado", "participe da conversa"]),
    say("nl", Comment, texts!["laat een reactie achter", "geef een reactie", "plaats een reactie", "schrijf een reactie", "praat mee", "je e mailadres wordt niet gepubliceerd"]),
    say("pl", Comment, texts!["dodaj komentarz", "napisz komentarz", "skomentuj", "zostaw komentarz", "twój adres e mail nie zostanie opublikowany", "dołącz do dyskusji"]),
    say("sv", Comment, texts!["lämna en kommentar", "skriv en kommentar", "kommentera artikeln", "delta i diskussionen", "din e postadress kommer inte publiceras"]),
    say("tr", Comment, texts!["yorum yap", "yorum yaz", "bir yanıt yazın", "bir cevap yazın", "e posta hesabınız yayımlanmayacak", "ilk yorumu"]),
    say("ru", Comment, texts!["оставить комментарий", "оставьте комментарий", "добавить комментарий", "написать комментарий", "ваш адрес email не будет опубликован", "присоединяйтесь к обсуждению"]),
    say("ar", Comment, texts!["اترك تعليق", "أضف تعليق", "اكتب تعليق", "لن يتم نشر عنوان بريدك", "شارك برأيك"]),
    say("zh", Comment, texts!["发表评论", "發表評論", "发表回复", "發佈留言", "撰写评论", "我要评论", "加入讨论"]),
    say("ja", Comment, texts!["コメントを残す", "コメントを書く", "コメントを投稿", "コメントの投稿には", "コメントする", "メールアドレスが公開されることはありません"]),
    say("ko", Comment, texts!["댓글 쓰기", "댓글을 남", "댓글 작성", "의견을 남"]),
    say("hi", Comment, texts!["टिप्पणी करें", "कमेंट करें", "अपनी राय दें", "टिप्पणी लिखें"]),

    say("en", Follow, texts!["follow us on", "follow me on", "stay connected with me", "stay connected with us", "join the facebook group", "join our facebook group", "did you make one of my", "like us on facebook", "find us on facebook", "connect with us on", "share this on", "share this article", "share this post", "share this story", "share on facebook", "share on twitter", "share this with", "if you enjoyed this", "tried this recipe", "did you make this recipe", "made this recipe", "if you liked this", "click to share on", "print this page", "email this article", "copy link"]),
    say("de", Follow, texts!["folgen sie uns", "folge uns", "folgt uns", "auf facebook teilen", "artikel teilen", "diesen artikel teilen", "beitrag teilen", "per e mail teilen", "artikel drucken", "artikel merken"]),
    say("fr", Follow, texts!["suivez nous sur", "partager sur facebook", "partager cet article", "partagez cet article", "imprimer l'article"]),
    say("es", Follow, texts!["síguenos en", "compartir en facebook", "comparte este artículo", "comparte en", "compártelo", "imprimir artículo"]),
    say("it", Follow, texts!["seguici su", "condividi su facebook", "condividi questo articolo", "condividi l'articolo", "stampa l'articolo"]),
    say("pt", Follow, texts!["siga nos", "siga nos no", "compartilhe no", "compartilhar no facebook", "partilhar no facebook", "compartilhe esta"]),
    say("nl", Follow, texts!["volg ons op", "deel dit artikel", "deel op facebook", "delen op facebook"]),
    say("pl", Follow, texts!["obserwuj nas", "śledź nas", "udostępnij na facebooku", "udostępnij artykuł", "polub nas"]),
    say("sv", Follow, texts!["följ oss på", "dela artikeln", "dela på facebook", "dela via"]),
    say("tr", Follow, texts!["bizi takip edin", "facebook'ta paylaş", "bu haberi paylaş", "bu yazıyı paylaş"]),
    say("ru", Follow, texts!["подписывайтесь на нас", "следите за нами", "поделиться в", "поделитесь статьей", "читайте нас в", "мы в telegram"]),
    say("ar", Follow, texts!["تابعنا على", "تابعونا على", "شارك على", "مشاركة المقال"]),
    say("zh", Follow, texts!["关注我们", "關注我們", "分享到", "分享至", "扫一扫"]),
    say("ja", Follow, texts!["フォローする", "フォローしてください", "シェアする", "この記事をシェア", "ツイートする"]),
    say("ko", Follow, texts!["공유하기", "팔로우하기", "기사 공유"]),
    say("hi", Follow, texts!["हमें फॉलो करें", "शेयर करें", "फेसबुक पर", "हमसे जुड़ें"]),

    say("en", Disclose, texts![
        "may earn us a commission", "may earn a commission", "we may earn a", "i may earn a", "we may receive a commission", "we may be compensated", "we earn a commission", "earn from qualifying purchases", "earns from qualifying purchases", "this post contains affiliate", "this article contains affiliate", "this page contains affiliate", "may contain affiliate links", "post may contain affiliate",
        "links on this page are affiliate", "this post includes affiliate", "this article includes affiliate", "at no extra cost to you", "at no additional cost to you", "affiliate disclosure", "affiliate disclaimer", "products are chosen independently", "products featured are independently selected", "we independently review", "is supported by commissions",
    ]),
    say("de", Disclose, texts!["erhalten wir eine provision", "wir eine kleine provision", "eine provision vom händler", "ohne mehrkosten für dich", "als amazon partner verdiene"]),
    say("fr", Disclose, texts!["liens d'affiliation", "liens affiliés", "nous pouvons percevoir une commission", "toucher une commission", "percevoir une commission"]),
    say("es", Disclose, texts!["enlaces de afiliados", "enlaces de afiliado", "podemos recibir una comisión", "recibir una comisión", "puede recibir una comisión"]),
    say("it", Disclose, texts!["link di affiliazione", "link affiliati", "potremmo ricevere una commissione", "ricevere una commissione", "riceve una commissione"]),
    say("pt", Disclose, texts!["links de afiliados", "link de afiliado", "podemos receber uma comissão", "receber uma comissão"]),
    say("nl", Disclose, texts!["affiliatelinks", "affiliate links bevatten", "ontvangen wij een commissie", "een kleine commissie"]),
    say("pl", Disclose, texts!["linki afiliacyjne", "link afiliacyjny", "otrzymać prowizję", "otrzymujemy prowizję"]),
    say("sv", Disclose, texts!["annonslänkar", "affiliatelänkar", "innehåller reklamlänkar", "får vi provision"]),
    say("tr", Disclose, texts!["satış ortaklığı bağlantıları", "komisyon kazanabiliriz", "komisyon alabiliriz"]),
    say("ru", Disclose, texts!["партнерские ссылки", "партнёрские ссылки", "получить комиссию", "получаем комиссию"]),
    say("ar", Disclose, texts!["روابط تابعة", "نحصل على عمولة", "قد نربح عمولة"]),
    say("zh", Disclose, texts!["联盟链接", "聯盟連結", "赚取佣金", "賺取佣金", "获得佣金"]),
    say("ja", Disclose, texts!["アフィリエイト広告を利用", "アフィリエイトリンク", "収益の一部が", "プロモーションが含まれ", "プロモーションを含み"]),
    say("ko", Disclose, texts!["수수료를 제공받", "제휴 링크", "일정액의 수수료"]),
    say("hi", Disclose, texts!["एफिलिएट लिंक", "कमीशन मिल सकता"]),

    say("en", Buy, texts![
        "get started for free", "start your free trial", "start a free trial", "start free trial", "try it for free", "try for free", "get a free quote", "get your free quote", "get a quote", "request a quote", "get a free consultation", "free consultation", "schedule a consultation", "book a consultation", "schedule a call", "book a call",
        "request a demo", "book a demo", "get a demo", "schedule a demo", "contact us today", "contact our team", "talk to our", "talk to an expert", "speak to an expert", "talk to sales", "contact sales", "get in touch with us", "shop now", "buy now", "order now", "add to cart", "add to bag", "ready to get started", "get started today",
        "off your first order", "download our free", "get your free copy", "get the free ebook", "get your free ebook", "sign up today", "apply now", "book now",
    ]),
];

/// What prompts are about: evidence beside a form, a button or a telling name.
#[rustfmt::skip]
pub(super) static TOPICS: &[Phrases] = &[
    say("en", Newsletter, texts!["newsletter", "newsletters", "subscribe", "email address", "your email", "your inbox", "mailing list", "sign up", "privacy policy"]),
    say("en", Paywall, texts!["subscriber", "subscribers", "subscription", "paywall", "premium", "membership"]),
    say("en", Login, texts!["log in", "login", "sign in", "register", "create account", "password", "registered"]),
    say("en", Donate, texts!["donate", "donation", "support us", "your support", "contribute", "patreon"]),
    say("en", Notify, texts!["notification", "notifications", "alerts", "not now"]),
    say("en", Consent, texts!["cookies", "consent", "your privacy"]),
    say("en", App, texts!["app store", "google play", "the app"]),
    say("en", Comment, texts!["comments", "commenting", "comment"]),
    say("en", Follow, texts!["share", "follow us", "facebook", "twitter", "whatsapp", "linkedin", "pinterest"]),
    say("de", Newsletter, texts!["newsletter", "e mail adresse", "abonnieren", "abbestellen"]),
    say("de", Paywall, texts!["abonnent", "abonnenten", "abonnement", "abo"]),
    say("de", Login, texts!["anmelden", "registrieren", "einloggen", "passwort"]),
    say("de", Donate, texts!["spenden", "spende"]),
    say("de", Comment, texts!["kommentare", "kommentar"]),
    say("de", Follow, texts!["teilen"]),
    say("fr", Newsletter, texts!["newsletter", "infolettre", "s'abonner", "abonnez vous", "adresse e mail"]),
    say("fr", Login, texts!["se connecter", "s'inscrire", "mot de passe"]),
    say("fr", Follow, texts!["partager", "partagez"]),
    say("es", Newsletter, texts!["boletín", "suscríbete", "suscribirse", "correo electrónico"]),
    say("es", Login, texts!["iniciar sesión", "registrarse", "contraseña"]),
    say("es", Follow, texts!["compartir", "comparte"]),
    say("it", Newsletter, texts!["iscriviti", "la tua email"]),
    say("it", Login, texts!["accedi", "registrati"]),
    say("it", Follow, texts!["condividi"]),
    say("pt", Newsletter, texts!["boletim", "assine", "inscreva se", "seu e mail"]),
    say("pt", Follow, texts!["compartilhar", "partilhar"]),
    say("nl", Newsletter, texts!["nieuwsbrief", "abonneer", "e mailadres"]),
    say("pl", Newsletter, texts!["newslettera", "subskrybuj", "zapisz się"]),
    say("sv", Newsletter, texts!["nyhetsbrev", "prenumerera", "e postadress"]),
    say("tr", Newsletter, texts!["bülten", "abone ol", "e posta"]),
    say("ru", Newsletter, texts!["рассылка", "рассылку", "подписаться", "подпишитесь"]),
    say("ar", Newsletter, texts!["النشرة", "اشترك", "البريد الإلكتروني"]),
    say("zh", Newsletter, texts!["订阅", "訂閱", "电子邮件", "電子郵件"]),
    say("ja", Newsletter, texts!["メルマガ", "メールマガジン", "ニュースレター", "購読", "メールアドレス"]),
    say("ko", Newsletter, texts!["뉴스레터", "구독", "이메일"]),
    say("hi", Newsletter, texts!["न्यूज़लेटर", "सब्सक्राइब", "ईमेल"]),
];
